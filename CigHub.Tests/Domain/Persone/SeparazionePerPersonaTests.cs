using CigHub.Domain.Persone;

namespace CigHub.Tests.Domain.Persone;

/// <summary>Tests which duties of one person in the course of an Affidamento are shown together, and which break a rule.</summary>
public sealed class SeparazionePerPersonaTests
{
    private static readonly Guid _rossi = Guid.CreateVersion7(), _verdi = Guid.CreateVersion7();

    [Fact]
    public void Chi_prepara_ed_e_il_RUP_ha_due_compiti_e_nessuna_regola_lo_vieta()
    {
        var sua = Assert.Single(SeparazionePerPersona.Of(
            [(_rossi, CompitoNellIter.Rup), (_rossi, CompitoNellIter.HaPreparato), (_rossi, CompitoNellIter.Rup)]));
        Assert.Equal([CompitoNellIter.HaPreparato, CompitoNellIter.Rup], sua.Compiti);
        Assert.True(sua.PiuDiUno);
        Assert.Null(sua.Regola);
    }

    [Theory]
    [InlineData(CompitoNellIter.HaPreparato, "approvazione.ha-lavorato")]
    [InlineData(CompitoNellIter.Rup, "approvazione.rup-approvatore")]
    [InlineData(CompitoNellIter.HaAmministrato, null)]
    public void Chi_approva_non_ha_preparato_e_non_e_il_RUP(CompitoNellIter altro, string? regola)
    {
        var sua = Assert.Single(SeparazionePerPersona.Of([(_rossi, CompitoNellIter.HaApprovato), (_rossi, altro)]));
        Assert.True(sua.PiuDiUno);
        Assert.Equal(regola, sua.Regola?.Codice);
    }

    [Fact]
    public void Persone_diverse_con_un_compito_ciascuna_non_sono_segnate()
    {
        var persone = SeparazionePerPersona.Of([(_rossi, CompitoNellIter.HaPreparato), (_verdi, CompitoNellIter.HaApprovato)]);
        Assert.Equal([_rossi, _verdi], persone.Select(p => p.PersonaId));
        Assert.All(persone, p => Assert.False(p.PiuDiUno));
    }
}
