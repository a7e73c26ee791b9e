using CigHub.Domain.Codici;
using CigHub.Domain.Palestra;

namespace CigHub.Tests.Domain.Palestra;

/// <summary>Sample documenti that the palestra accepts without an error.</summary>
internal static class SampleDocumenti
{
    public static readonly DateTime Utc = new(2026, 11, 24, 9, 32, 0, DateTimeKind.Utc);

    public static readonly Guid Persona = Guid.Parse("11111111-1111-1111-1111-111111111111");

    public static readonly Guid Altra = Guid.Parse("22222222-2222-2222-2222-222222222222");

    public static DatiDocumento Completo { get; } = new()
    {
        TitoloDocumento = "CH-2026-00001 – Pulizia degli uffici",
        EnteProponente = "Comune di Tivoli",
        Oggetto = "Pulizia degli uffici",
        TipoDiAppalto = "Servizi",
        CigPadre = "B61107E182",
        DescrizioneCigPadre = "B61107E182",
        LuogoIstat = "012058104",
        Cpv = "90910000",
        ImportoAppalto = "12.500,50",
        DenominazioneOe = "Pulito S.r.l.",
    };

    public static DocumentoPalestra Saved(DatiDocumento? dati = null)
    {
        var documento = DocumentoPalestra.Nuovo(Guid.NewGuid(), Persona, "Anna Rossi", Utc);
        documento.Salva(dati ?? Completo);
        return documento;
    }

    public static DocumentoPalestra Inviato()
    {
        var documento = Saved();
        Assert.True(documento.Concedi(CigDiPalestra.Numero(0), 123, 2026, Utc).IsSuccess);
        return documento;
    }
}
