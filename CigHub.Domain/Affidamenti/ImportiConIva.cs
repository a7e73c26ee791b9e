using System.Globalization;
using CigHub.Domain.Common;

namespace CigHub.Domain.Affidamenti;

/// <summary>The Affidamenti of an Ente on which IVA is due in the same way, with the sums of their amounts.</summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="Regime">The way in which IVA is due. Null when the supplier charges it at the rate.</param>
/// <param name="Aliquota">The rate, per cent. Null when it is not known, and where no IVA is due.</param>
/// <param name="Quanti">The number of the Affidamenti.</param>
/// <param name="Lordo">The sum of the lordi, each rounded by itself. Null when the rate is not known.</param>
public sealed record AliquotaConImporti(RegimeIva? Regime, decimal? Aliquota, int Quanti, Importo Imponibile, Importo? Lordo)
{
    public Importo? Iva => Lordo is { } lordo ? lordo - Imponibile : null;

    public string Nome => (Regime, Aliquota) switch
    {
        (RegimeIva.Esente, _) => RegimeIva.Esente.Nome(),
        ({ } regime, { } aliquota) => $"{regime.Nome()}, {Percento(aliquota)}",
        ({ } regime, null) => $"{regime.Nome()}, aliquota non indicata",
        (null, { } aliquota) => Percento(aliquota),
        (null, null) => "Aliquota non indicata",
    };

    private static string Percento(decimal aliquota) => aliquota.ToString("0.##", CultureInfo.GetCultureInfo("it-IT")) + "\u00A0%";
}

/// <summary>A total of Affidamenti of an Ente, without IVA and with it.</summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="Lordo">The sum of the lordi. Null when one of them is not known.</param>
public sealed record TotaleConIva(string Nome, int Quanti, Importo Imponibile, Importo? Lordo)
{
    public Importo? Iva => Lordo is { } lordo ? lordo - Imponibile : null;
}

/// <summary>
/// The amounts of one Ente with IVA, by rate. Only the report of one Ente has them, because the amounts of a Convenzione are without IVA.
/// </summary>
/// <remarks>Equality: by all members, the list by reference.</remarks>
/// <param name="Righe">The rates from the lowest, then exempt, then inversione contabile, and at the end what has no rate yet.</param>
public sealed record ImportiConIva(IReadOnlyList<AliquotaConImporti> Righe)
{
    private const string DiTutti = "Totale";

    public Importo Imponibile => Importo.Somma(Righe.Select(r => r.Imponibile));

    /// <summary>
    /// The total of all Affidamenti. While the lordo of one is not known, neither is the total's, and the total of those with a known one stands
    /// before it.
    /// </summary>
    public IReadOnlyList<TotaleConIva> Totali
    {
        get
        {
            var note = Righe.Where(r => r.Lordo is not null).ToList();
            var delleNote = new TotaleConIva(
                "Totale con IVA nota", note.Sum(r => r.Quanti), Importo.Somma(note.Select(r => r.Imponibile)), Importo.Somma(note.Select(r => r.Lordo!.Value)));
            return note.Count == Righe.Count ? [delleNote with { Nome = DiTutti }]
                : [delleNote, new TotaleConIva(DiTutti, Righe.Sum(r => r.Quanti), Imponibile, null)];
        }
    }

    /// <summary>Sums the Affidamenti of an Ente by the way in which IVA is due on them.</summary>
    public static ImportiConIva Somma(IEnumerable<(DatiFascicolo Dati, Importo Imponibile)> affidamenti) => new(
    [
        .. from a in affidamenti
           let esente = a.Dati.RegimeIva == RegimeIva.Esente
           group (a.Imponibile, Lordo: a.Dati.Lordo(a.Imponibile)) by (a.Dati.RegimeIva, Aliquota: esente ? null : a.Dati.AliquotaIva) into g
           let manca = g.First().Lordo is null
           orderby manca, g.Key.RegimeIva is null ? 0 : (int)g.Key.RegimeIva.Value + 1, g.Key.Aliquota
           select new AliquotaConImporti(
               g.Key.RegimeIva, g.Key.Aliquota, g.Count(), Importo.Somma(g.Select(x => x.Imponibile)),
               manca ? null : Importo.Somma(g.Select(x => x.Lordo!.Value))),
    ]);
}
