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

/// <summary>
/// The amounts of one Ente with IVA, by rate. Only the report of one Ente has them, because the amounts of a Convenzione are without IVA.
/// </summary>
/// <remarks>Equality: by all members, the list by reference.</remarks>
/// <param name="Righe">The rates from the lowest, then exempt, then inversione contabile, and at the end what has no rate yet.</param>
public sealed record ImportiConIva(IReadOnlyList<AliquotaConImporti> Righe)
{
    public Importo Imponibile => Importo.Somma(Righe.Select(r => r.Imponibile));

    /// <summary>The sum of the lordi that are known.</summary>
    public Importo Lordo => Importo.Somma(Righe.Select(r => r.Lordo ?? Importo.Zero));

    /// <summary>The IVA of the rows whose lordo is known.</summary>
    public Importo Iva => Importo.Somma(Righe.Select(r => r.Iva ?? Importo.Zero));

    /// <summary>The number of the Affidamenti whose lordo is not known, which the sum leaves out.</summary>
    public int SenzaAliquota => Righe.Where(r => r.Lordo is null).Sum(r => r.Quanti);

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
