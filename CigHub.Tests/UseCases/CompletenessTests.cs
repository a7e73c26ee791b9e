using CigHub.Tests.Features.Persone;
using CigHub.Tests.Support;
using CigHub.Web.Features.Persone.Accesso;
using CigHub.Web.Features.Persone.Conservazione;
using CigHub.Web.Features.Persone.UnaPersona;

namespace CigHub.Tests.UseCases;

/// <summary>
/// Checks a command that lacks an id or a required value. It must be refused before it reaches its handler, and change nothing.
/// </summary>
public sealed class CompletenessTests : WithBench
{
    [Fact]
    public async Task Senza_un_id_o_senza_il_modulo_un_comando_e_rifiutato_prima_di_ogni_altra_cosa()
    {
        var left = Bench.Istantanea();
        Assert.Equal(["Id"], await Refused(new RiattivaPersona(Guid.Empty, 1)));
        Assert.Equal(["Form", "Id"], await Refused(new SalvaPersona(Guid.Empty, null!, null)));
        Assert.Equal(left, Bench.Istantanea());
    }

    [Fact]
    public async Task Cio_che_puo_mancare_non_e_preteso()
    {
        var esito = await Bench.Run(new LimitaNome(Bench.Rup.PersonaId, true, null, 1), Bench.Amministratore());
        Assert.Equal(["persona.limita-motivo"], esito.Errors.Select(e => e.Code));
    }

    private async Task<IEnumerable<string>> Refused<TCommand>(TCommand command)
        where TCommand : Web.UseCases.ICommand
    {
        var esito = await Bench.Run(command, Bench.Amministratore());
        Assert.All(esito.Errors, e => Assert.Equal("comando.incompleto", e.Code));
        return esito.Errors.Select(e => e.Field!).Order(StringComparer.Ordinal);
    }
}
