using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Persone;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Features.Affidamenti.Comune;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Affidamenti.Fascicolo;

/// <summary>
/// The form of the money and the contract of an Affidamento: rate and regime of IVA, impegno, capitolo, and the first and last day of the contract.
/// </summary>
public sealed class FascicoloForm
{
    public string? AliquotaIva { get; set; }

    /// <summary>The name of a <see cref="Domain.Affidamenti.RegimeIva"/>. Empty when the supplier charges IVA at the rate.</summary>
    public string? RegimeIva { get; set; }

    public string? Impegno { get; set; }

    public string? Capitolo { get; set; }

    public string? ContrattoDal { get; set; }

    public string? ContrattoAl { get; set; }

    public static FascicoloForm Of(DatiFascicolo dati) => new()
    {
        AliquotaIva = dati.AliquotaIva?.ToString("0.##", System.Globalization.CultureInfo.GetCultureInfo("it-IT")),
        RegimeIva = dati.RegimeIva?.ToString(),
        Impegno = dati.Impegno,
        Capitolo = dati.Capitolo,
        ContrattoDal = dati.ContrattoDal is { } dal ? RomeTime.Text(dal) : null,
        ContrattoAl = dati.ContrattoAl is { } al ? RomeTime.Text(al) : null,
    };

    public Result<DatiFascicolo> Read()
    {
        var reader = new FormReader();
        var aliquota = reader.OptionalPercentage(nameof(AliquotaIva), AliquotaIva);
        var regime = string.IsNullOrWhiteSpace(RegimeIva)
            ? (RegimeIva?)null
            : reader.Choice<RegimeIva>(nameof(RegimeIva), RegimeIva, "Scegli uno dei regimi dell'elenco.");
        var impegno = reader.Optional(nameof(Impegno), Impegno, DatiFascicolo.MaxTesto);
        var capitolo = reader.Optional(nameof(Capitolo), Capitolo, DatiFascicolo.MaxTesto);
        var dal = reader.OptionalDate(nameof(ContrattoDal), ContrattoDal);
        var al = reader.OptionalDate(nameof(ContrattoAl), ContrattoAl);
        return reader.Outcome(() => new DatiFascicolo(aliquota, impegno, capitolo, dal, al, regime));
    }
}

/// <summary>
/// Saves rate and regime of IVA, impegno, capitolo and the days of the contract. The contract must not be longer than the Convenzione allows, but
/// its days need not be among those on which the Convenzione is open to adhesions.
/// </summary>
public sealed record ModificaFascicolo(Guid AffidamentoId, FascicoloForm Form, int Version) : ICommand, IOnAffidamento, IVersioned<Affidamento>
{
    public static Permission Requires => Permission.PreparaBozza;

    public static AttoDelegabile? Delegabile => AttoDelegabile.TenereFascicolo;

    Guid IVersioned.RootId => AffidamentoId;

    public sealed class Handler(CigHubDbContext db, TimeProvider clock) : ICommandHandler<ModificaFascicolo>
    {
        public async Task<Result<Events>> Handle(ModificaFascicolo command, Actor actor, CancellationToken ct)
        {
            var (affidamento, _, convenzione) = await db.NelLotto(command.AffidamentoId, ct);
            var letto = command.Form.Read();
            if (!letto.TryGet(out var dati))
            {
                return Result<Events>.Refused(letto.Errors);
            }

            var esito = affidamento.ModificaFascicolo(dati, convenzione, clock.GetUtcNow().UtcDateTime);
            return esito.IsSuccess
                ? Events.Of(new EventToWrite(Azioni.FascicoloModificato, Oggetti.Affidamento, affidamento.Id, affidamento.EnteId))
                : Result<Events>.Refused(esito.Errors);
        }
    }
}
