using CigHub.Domain.DueDiligence;
using CigHub.Domain.Persone;

namespace CigHub.Web.Data.Registro;

/// <summary>The stored names of the checks about suppliers and of the yearly duties of people.</summary>
internal static partial class NomiRegistrati
{
    private static TipoRegistrato DelleVerifiche() => new TipoRegistrato<VerificaFornitore>("VerificaFornitore")
        .Dato("AffidamentoId", x => x.AffidamentoId)
        .Dato("AutoreId", x => x.AutoreId)
        .Dato("Chi", x => x.Chi)
        .Dato("EnteId", x => x.EnteId)
        .Dato("Esito", x => x.Esito)
        .Dato("File", x => x.File)
        .Dato("Fornitore", x => x.Fornitore)
        .Dato("FornitoreCodice", x => x.FornitoreCodice)
        .Dato("Giorno", x => x.Giorno)
        .Dato("LottoId", x => x.LottoId)
        .Dato("Nota", x => x.Nota)
        .Dato("RegistrataIl", x => x.RegistrataIl)
        .Dato("Scadenza", x => x.Scadenza)
        .Dato("Tipo", x => x.Tipo)
        .Dato("Utc", x => x.Utc);

    private static TipoRegistrato DegliAdempimenti() => new TipoRegistrato<Adempimento>("Adempimento")
        .Dato("Atto", x => x.Atto)
        .Dato("AutoreId", x => x.AutoreId)
        .Dato("Giorno", x => x.Giorno)
        .Dato("PersonaId", x => x.PersonaId)
        .Dato("Tipo", x => x.Tipo)
        .Dato("Utc", x => x.Utc);

    private static ValoriRegistrati[] ValoriDelleVerifiche() =>
    [
        new ValoriRegistrati<TipoAdempimento>("TipoAdempimento")
            .Valore("DichiarazioneAnnuale", TipoAdempimento.DichiarazioneAnnuale)
            .Valore("Formazione", TipoAdempimento.Formazione),
        new ValoriRegistrati<TipoVerifica>("TipoVerifica")
            .Valore("Fvoe", TipoVerifica.Fvoe)
            .Valore("Durc", TipoVerifica.Durc)
            .Valore("Antimafia", TipoVerifica.Antimafia)
            .Valore("TitolareEffettivo", TipoVerifica.TitolareEffettivo)
            .Valore("PattoIntegrita", TipoVerifica.PattoIntegrita)
            .Valore("Pantouflage", TipoVerifica.Pantouflage)
            .Valore("Annotazioni", TipoVerifica.Annotazioni),
        new ValoriRegistrati<ChiVerifica>("ChiVerifica")
            .Valore("Cmrc", ChiVerifica.Cmrc)
            .Valore("Ente", ChiVerifica.Ente),
        new ValoriRegistrati<EsitoDueDiligence>("EsitoDueDiligence")
            .Valore("Regolare", EsitoDueDiligence.Regolare)
            .Valore("NonRegolare", EsitoDueDiligence.NonRegolare)
            .Valore("NonDovuta", EsitoDueDiligence.NonDovuta),
    ];
}
