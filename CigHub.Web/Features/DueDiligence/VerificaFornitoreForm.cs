using CigHub.Domain.Affidamenti;
using CigHub.Domain.Common;
using CigHub.Domain.DueDiligence;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.DueDiligence;

/// <summary>The form of one check about a supplier.</summary>
public sealed class VerificaFornitoreForm
{
    /// <summary>The codice fiscale of the supplier, as the user chose it.</summary>
    public string? Fornitore { get; set; }

    public string? Tipo { get; set; }

    public string? Chi { get; set; }

    public string? Esito { get; set; }

    public string? Giorno { get; set; }

    public string? Scadenza { get; set; }

    public string? Nota { get; set; }

    public Result<DatiVerifica> Read(ChosenFile? file, out FileAllegato? allegato)
    {
        var reader = new FormReader();
        reader.Text(nameof(Fornitore), Fornitore, VerificaFornitore.MaxFornitore, "Scegli il fornitore.");
        var tipo = reader.Choice<TipoVerifica>(nameof(Tipo), Tipo, "Scegli quale verifica registri.");
        var chi = reader.Choice<ChiVerifica>(nameof(Chi), Chi, "Scegli chi ha fatto la verifica.");
        var esito = reader.Choice<EsitoDueDiligence>(nameof(Esito), Esito, "Scegli com'è andata.");
        var giorno = reader.Date(nameof(Giorno), Giorno);
        var scadenza = reader.OptionalDate(nameof(Scadenza), Scadenza);
        var nota = reader.Optional(nameof(Nota), Nota, VerificaFornitore.MaxNota);
        allegato = null;
        if (file is not null && RiconosciAllegato.Riconosci(file.Nome, file.Byte) is var riconosciuto && !riconosciuto.TryGet(out allegato))
        {
            reader.Report(riconosciuto.Errors[0]);
        }

        return reader.Outcome(() => new DatiVerifica(tipo, chi, esito, giorno, scadenza, nota));
    }
}
