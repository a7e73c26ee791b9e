using CigHub.Domain.Affidamenti.Serie;
using CigHub.Tests.Support;
using CigHub.Web.Features.Affidamenti.Serie;
using CigHub.Web.UseCases;

namespace CigHub.Tests.Features.Affidamenti.Serie;

/// <summary>
/// The base class of tests of a serie: the context of a Convenzione, valid rows, and methods that read and check a sheet as the page does.
/// </summary>
public abstract class WithSerie : WithBench
{
    private protected Task<ContestoSerie> Context(int convenzione = 0, Actor? actor = null) => SampleSerie.Context(Bench, convenzione, actor);

    private protected async Task<SerieControllata> Anteprima(ReadSerie letta, int convenzione = 0) =>
        (await Bench.Reader.Read<AnteprimaSerie, SerieControllata>(
            Bench.Rup, q => q.Run(Bench.Catalogo.Convenzioni[convenzione].Id, letta.Righe, Bench.Rup))).Value;

    private protected static Dictionary<string, object> Buona(ContestoSerie contesto, int i) => SampleSerie.Buona(contesto, i);

    private protected static CreaInSerie Comando(ContestoSerie contesto, ReadSerie letta) =>
        new(Guid.CreateVersion7(), contesto.Convenzione.Id, letta.Righe, letta.Sha256, null);
}

/// <summary>Rows of a serie as a user would type them, in which cells hold numbers, dates and texts.</summary>
internal static class SampleSerie
{
    public static async Task<ContestoSerie> Context(TestBench bench, int convenzione = 0, Actor? actor = null)
    {
        var chi = actor ?? bench.Rup;
        var id = bench.Catalogo.Convenzioni[convenzione].Id;
        return (await bench.Reader.Read<PreparaSerie, ContestoSerie>(chi, q => q.Run(id, chi))).Value;
    }

    /// <summary>
    /// Returns the valid row number <paramref name="i"/>, by caption. Dates and amounts are values or text, and choices are taken from the
    /// list or given by code, in turns.
    /// </summary>
    public static Dictionary<string, object> Buona(ContestoSerie contesto, int i) => new()
    {
        [ColonneDelFoglioSerie.Lotto] = i % 3 == 0 ? contesto.Lotti[i % 2].CigPadre.Valore : ContestoSerie.Scelta(contesto.Lotti[i % 2]),
        ["Oggetto"] = $"Adesione numero {i}",
        ["Data di adesione"] = i % 2 == 0 ? new DateTime(2026, 3, 1 + (i % 28)) : $"{1 + (i % 28)}/3/2026",
        ["Investimento PNRR o PNC"] = i % 5 == 0 ? false : "No",
        ["È prevista l'acquisizione del CUP"] = "No",
        ["Servizi"] = i % 2 == 0 ? 1000m : "1.000,50",
        ["Sicurezza"] = 10m,
        ["Somme a disposizione (IVA e altro)"] = "220,00 €",
        ["Tipo di finanziamento"] = i % 4 == 0 ? "A" : Finanziamento,
    };

    private static string Finanziamento { get; } = CigHub.Domain.Codici.ListeAnac.Trova("tipoFinanziamento")!.Trova("A") is { } a
        ? $"{a.Codice} – {a.Etichetta}" : "A";
}
