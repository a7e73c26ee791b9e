using CigHub.Domain.Common;

namespace CigHub.Domain.OpenData;

/// <summary>
/// Compares the rows of a file of ANAC's open data, one after the other, with what CigHub holds. It keeps only rows about our Enti,
/// Convenzioni and CIG, so that memory does not grow with the file.
/// </summary>
/// <param name="nostri">The adhesions of the Enti to compare, by their CIG.</param>
/// <param name="padri">The Lotti, by their CIG Padre.</param>
/// <param name="enti">The Enti to compare, by their codice fiscale.</param>
/// <param name="tutti">Says whether all Enti are compared: then the Enti outside CigHub and the CIG Padre are too.</param>
public sealed class ConfrontoOpenData(
    IReadOnlyDictionary<string, NostroCig> nostri, IReadOnlyDictionary<string, Guid> padri, IReadOnlyDictionary<string, Guid> enti, bool tutti)
{
    /// <summary>A month with fewer than one row in so many of the fullest month is not one that the file covers.</summary>
    private const int ParteDelMese = 20;

    private readonly Dictionary<string, (RigaOpenData Riga, bool Prevalente)> _tenute = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> _mesi = [];

    public int Righe { get; private set; }

    public int Tenute => _tenute.Count;

    /// <summary>The newest day in the file. Null before the first row with a day.</summary>
    public DateOnly? Ultimo { get; private set; }

    /// <summary>
    /// The months that the file covers, as year and month (<c>202309</c>). ANAC publishes files of one month, with a few older rows that
    /// were changed, and files of a whole year.
    /// </summary>
    public IReadOnlyList<int> Mesi => [.. _mesi.Where(m => m.Value * ParteDelMese >= _mesi.Values.Max()).Select(m => m.Key).Order()];

    /// <summary>Counts a row, and says whether it has to be read and kept (<see cref="Accogli"/>).</summary>
    public bool Riguarda(string cig, string cigPadre, string cfEnte, string modalita, DateOnly? giorno)
    {
        Righe++;
        if (giorno is { } g)
        {
            Ultimo = Ultimo > g ? Ultimo : g;
            var mese = Mese(g);
            _mesi[mese] = _mesi.GetValueOrDefault(mese) + 1;
        }

        return nostri.ContainsKey(cig)
            || (tutti && padri.ContainsKey(cig))
            || (cigPadre.Length > 0 && padri.ContainsKey(cigPadre) && (tutti || enti.ContainsKey(cfEnte)))
            || (RigaOpenData.Deriva(modalita) && enti.ContainsKey(cfEnte));
    }

    /// <summary>Keeps a row. The rows of one CIG repeat for each CPV: the one with the main CPV counts.</summary>
    public void Accogli(RigaOpenData riga, bool prevalente)
    {
        if (!_tenute.TryGetValue(riga.Cig, out var tenuta) || (prevalente && !tenuta.Prevalente))
        {
            _tenute[riga.Cig] = (riga, prevalente);
        }
    }

    /// <summary>Returns the differences, those that need an act first, and within a kind the newest first.</summary>
    /// <param name="giorno">The day of the snapshot. What was acquired after it cannot be in the file.</param>
    public IReadOnlyList<DifferenzaTrovata> Differenze(DateOnly giorno)
    {
        var mesi = Mesi.ToHashSet();
        return
        [
            .. _tenute.Values.SelectMany(t => nostri.TryGetValue(t.Riga.Cig, out var nostro) ? Diverse(nostro, t.Riga) : Altrove(t.Riga, giorno))
                .Concat(
                    from n in nostri.Values
                    where !n.Annullato && n.Giorno <= giorno && mesi.Contains(Mese(n.Giorno)) && !_tenute.ContainsKey(n.Cig)
                    select Nostra(TipoDifferenza.SoloInCigHub, n, $"{n.Importo:E}", ""))
                .OrderBy(d => d.Tipo).ThenByDescending(d => d.Giorno).ThenBy(d => d.Cig, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<DifferenzaTrovata> Diverse(NostroCig nostro, RigaOpenData riga)
    {
        if (nostro.Annullato == riga.Valida)
        {
            yield return Nostra(TipoDifferenza.Stato, nostro, nostro.Annullato ? "Annullato" : "Acquisito", Stato(riga));
        }

        if (!nostro.Annullato && riga.Importo is { } importo && importo != nostro.Importo)
        {
            yield return Nostra(TipoDifferenza.Importo, nostro, $"{nostro.Importo:E}", $"{importo:E}");
        }

        if (riga.CigPadre.Length > 0 && riga.CigPadre != nostro.CigPadre)
        {
            yield return Nostra(TipoDifferenza.Padre, nostro, nostro.CigPadre, riga.CigPadre);
        }

        if (riga.CfEnte.Length > 0 && riga.CfEnte != nostro.CfEnte)
        {
            yield return Nostra(TipoDifferenza.Ente, nostro, nostro.CfEnte, $"{riga.CfEnte} {riga.Ente}") with { CodiciLa = riga.CfEnte };
        }
    }

    private IEnumerable<DifferenzaTrovata> Altrove(RigaOpenData riga, DateOnly giorno)
    {
        var ente = enti.TryGetValue(riga.CfEnte, out var id) ? id : (Guid?)null;
        var dal = riga.Giorno ?? giorno;
        if (tutti && padri.TryGetValue(riga.Cig, out var padre))
        {
            return riga.Modalita == RigaOpenData.Convenzione ? [] :
            [
                new(TipoDifferenza.NonConvenzione, riga.Cig, "Convenzione", $"{riga.Modalita} {riga.ParoleModalita}".Trim(), dal, Ente: riga.Ente,
                    LottoId: padre, CodiciLa: riga.Modalita.Length > 0 ? riga.Modalita : null),
            ];
        }

        var la = $"{(riga.Importo is { } importo ? $"{importo:E}" : "Senza importo")}, CIG Padre {(riga.CigPadre.Length > 0 ? riga.CigPadre : "non indicato")}"
            + (riga.Valida ? "" : $", {Stato(riga).ToLowerInvariant()}");
        return padri.TryGetValue(riga.CigPadre, out var lotto)
            ? [new(TipoDifferenza.SoloInAnac, riga.Cig, "", la, dal, ente, riga.Ente, lotto, Importo: riga.Importo, Oggetto: riga.Oggetto)]
            : [new(TipoDifferenza.AltraConvenzione, riga.Cig, "", la, dal, ente, riga.Ente)];
    }

    private static DifferenzaTrovata Nostra(TipoDifferenza tipo, NostroCig nostro, string qui, string la) =>
        new(tipo, nostro.Cig, qui, la, nostro.Giorno, nostro.EnteId, "", nostro.LottoId, nostro.AffidamentoId);

    private static string Stato(RigaOpenData riga) => riga.Cancellata ? "Cancellato" : riga.Stato.Length == 0 ? "Senza stato" : riga.Stato;

    private static int Mese(DateOnly giorno) => giorno.Year * 100 + giorno.Month;
}
