using System.Text.Json.Nodes;
using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Data.Registro;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using CigHub.Web.UseCases;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Web.Features.Affidamenti.Conferme;

/// <summary>The form of CMRC's answer about capacity: confirmed, with amount and last day, or not confirmed.</summary>
public sealed class RispostaForm
{
    /// <summary>The kind of atto that the answer leaves in the fascicolo, which says whether CMRC confirmed.</summary>
    public string? Esito { get; set; }

    public string? Importo { get; set; }

    public string? Data { get; set; }

    public string? Protocollo { get; set; }

    public string? ValidoFinoAl { get; set; }

    public string? Firmatario { get; set; }

    public bool Confermata => Esito == nameof(TipoAtto.ConfermaDiCapienza);

    public Result<(DatiAtto Dati, string Firmatario)> Read(ChosenFile? file, out FileAllegato? allegato)
    {
        var reader = new FormReader();
        var esito = reader.Choice<TipoAtto>(nameof(Esito), Esito, "Scegli che cosa ha risposto CMRC.");
        if (Esito is not null && esito != default && !esito.RispondeSullaCapienza())
        {
            reader.Report(new Error("modulo.mancante", "Scegli che cosa ha risposto CMRC.", nameof(Esito)));
        }

        var importo = Confermata ? reader.OptionalImporto(nameof(Importo), Importo) : null;
        var data = reader.Date(nameof(Data), Data);
        var protocollo = reader.Text(
            nameof(Protocollo), Protocollo, AttoDiRiferimento.MaxProtocollo, "Scrivi il protocollo della risposta: lo chiede chi controlla la capienza.");
        var fino = Confermata ? reader.OptionalDate(nameof(ValidoFinoAl), ValidoFinoAl) : null;
        var firmatario = reader.Optional(nameof(Firmatario), Firmatario, DatiAtto.MaxTesto);
        allegato = null;
        if (file is not null && RiconosciAllegato.Riconosci(file.Nome, file.Byte) is var riconosciuto && !riconosciuto.TryGet(out allegato))
        {
            reader.Report(riconosciuto.Errors[0]);
        }

        return reader.Outcome(() => (new DatiAtto(esito, "", data, protocollo, importo, fino), firmatario));
    }
}

/// <summary>
/// Records CMRC's answer about capacity and puts it into the fascicolo. A confirmed amount is taken on the Lotto, and refused when it does not
/// fit.
/// </summary>
/// <param name="AttoId">A Guid v7 made by the page.</param>
[Limited(LimitedUse.Upload)]
public sealed record RegistraRisposta(Guid AffidamentoId, Guid AttoId, RispostaForm Form, int Version, ChosenFile? File = null)
    : ICommand, IOnAffidamento, IVersioned<Affidamento>, IMayCarryFile
{
    public static Permission Requires => Permission.PreparaBozza;

    Guid IVersioned.RootId => AffidamentoId;

    bool IMayCarryFile.CarriesFile => File is not null;

    public sealed class Handler(CigHubDbContext db, TimeProvider clock) : ICommandHandler<RegistraRisposta>
    {
        public async Task<Result<Events>> Handle(RegistraRisposta command, Actor actor, CancellationToken ct)
        {
            var affidamento = await db.Affidamento(command.AffidamentoId, ct);
            var letta = command.Form.Read(command.File, out var file);
            if (!letta.TryGet(out var scritta))
            {
                return Result<Events>.Refused(letta.Errors);
            }

            var esito = await Accogli(affidamento, command.AttoId, scritta.Dati, scritta.Firmatario, file, ct);
            if (!esito.IsSuccess)
            {
                return Result<Events>.Refused(esito.Errors);
            }

            if (file is not null)
            {
                await db.Tieni(file, command.File!.Byte, ct);
            }

            var dati = new JsonObject
            {
                ["atto"] = command.AttoId.ToString(),
                ["tipo"] = NomiRegistrati.Valore(scritta.Dati.Tipo),
                ["sha256"] = file?.Sha256,
            };
            var azione = command.Form.Confermata ? Azioni.CapienzaConfermata : Azioni.CapienzaNegata;
            return Events.Of(new EventToWrite(azione, Oggetti.Affidamento, affidamento.Id, affidamento.EnteId, dati));
        }

        private async Task<Result> Accogli(
            Affidamento affidamento, Guid attoId, DatiAtto dati, string firmatario, FileAllegato? file, CancellationToken ct)
        {
            var (oggi, utc) = (clock.Today(), clock.GetUtcNow().UtcDateTime);
            if (dati.Tipo == TipoAtto.CapienzaNegata)
            {
                return affidamento.RegistraCapienzaNegata(attoId, dati, firmatario, file, oggi, utc);
            }

            var capienza = await db.Capienze.SingleAsync(c => c.LottoId == affidamento.LottoId, ct);
            var esito = affidamento.RegistraConferma(attoId, dati, firmatario, file, capienza, oggi, utc);
            if (esito.TryGet(out var righe))
            {
                db.Movimenti.AddRange(righe);
            }

            return esito;
        }
    }
}
