using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Affidamenti.Fascicolo;

/// <summary>The form of the values of an Affidamento that the user copies from the elenco del portale.</summary>
public sealed class DatiPortaleForm
{
    public string? RegistroDiSistema { get; set; }

    public string? FascicoloDiSistema { get; set; }

    public string? DataInvio { get; set; }

    public string? Stato { get; set; }

    public string? StatoAffidamento { get; set; }

    public string? StatoSchedaPcp { get; set; }

    public static DatiPortaleForm Of(DatiPortale dati) => new()
    {
        RegistroDiSistema = dati.RegistroDiSistema,
        FascicoloDiSistema = dati.FascicoloDiSistema,
        DataInvio = dati.DataInvio is { } giorno ? RomeTime.Text(giorno) : null,
        Stato = dati.Stato,
        StatoAffidamento = dati.StatoAffidamento,
        StatoSchedaPcp = dati.StatoSchedaPcp,
    };

    public Result<DatiPortale> Read()
    {
        var reader = new FormReader();
        string Testo(string campo, string? testo) => reader.Optional(campo, testo, DatiPortale.MaxTesto);
        var registro = Testo(nameof(RegistroDiSistema), RegistroDiSistema);
        var fascicolo = Testo(nameof(FascicoloDiSistema), FascicoloDiSistema);
        var invio = reader.OptionalDate(nameof(DataInvio), DataInvio);
        var stato = Testo(nameof(Stato), Stato);
        var affidamento = Testo(nameof(StatoAffidamento), StatoAffidamento);
        var scheda = Testo(nameof(StatoSchedaPcp), StatoSchedaPcp);
        return reader.Outcome(() => new DatiPortale(registro, fascicolo, invio, stato, affidamento, scheda));
    }
}

/// <summary>
/// Saves the values that the portal shows about an Affidamento (such as the Registro di Sistema and its states), in the portal's own words.
/// </summary>
public sealed record RegistraDatiPortale(Guid AffidamentoId, DatiPortaleForm Form, int Version) : ICommand, IOnAffidamento, IVersioned<Affidamento>
{
    public static Permission Requires => Permission.PreparaBozza;

    public static AttoDelegabile? Delegabile => AttoDelegabile.TenereFascicolo;

    Guid IVersioned.RootId => AffidamentoId;

    public sealed class Handler(CigHubDbContext db, TimeProvider clock) : ICommandHandler<RegistraDatiPortale>
    {
        public async Task<Result<Events>> Handle(RegistraDatiPortale command, Actor actor, CancellationToken ct)
        {
            var affidamento = await db.Affidamento(command.AffidamentoId, ct);
            var letto = command.Form.Read();
            if (!letto.TryGet(out var dati))
            {
                return Result<Events>.Refused(letto.Errors);
            }

            var esito = affidamento.RegistraDatiPortale(dati, clock.GetUtcNow().UtcDateTime);
            return esito.IsSuccess
                ? Events.Of(new EventToWrite(Azioni.DatiPortaleRegistrati, Oggetti.Affidamento, affidamento.Id, affidamento.EnteId))
                : Result<Events>.Refused(esito.Errors);
        }
    }
}
