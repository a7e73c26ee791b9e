using CigHub.Domain.Common;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Registro;
using CigHub.Web.Common;
using CigHub.Web.Data;
using CigHub.Web.Data.Start;

namespace CigHub.Web.Features.RegistroEventi.Confronto;

/// <summary>
/// Finds the differences that concern no single row: in the registro itself, its head note, the clock, the triggers, and the totals of the
/// capacity ledger. The comparison passes it every event and every row.
/// </summary>
/// <param name="nota">The note of the head, read before the events. Null when there is none.</param>
internal sealed class PuntiGenerali(HeadNote? nota)
{
    private const string IlRegistro = "Registro";

    private readonly VerificaRegistro _verifica = new();
    private readonly Dictionary<Guid, TotaliCapienza> _somme = [];
    private readonly Dictionary<Guid, TotaliCapienza> _totali = [];
    private TestaRegistro _testa = TestaRegistro.Vuota;
    private byte[]? _radiceAnnotata;

    /// <summary>The outcome of the integrity check over all events. Null before <see cref="Trovati"/>.</summary>
    public EsitoVerifica? Esito { get; private set; }

    /// <summary>Takes the next event of the registro into account.</summary>
    public void Add(RigaRegistro e)
    {
        _verifica.Riga(e.Seq, e.Byte, e.Foglia, new EventColumns(e.Utc, e.AttoreId, e.Ruolo, e.EnteId, e.Azione, e.OggettoTipo, e.OggettoId, e.Esito));
        if (nota is null || _testa.Dimensione >= nota.Size)
        {
            return;
        }

        _testa = _testa.Aggiungi(MerkleTree.Leaf(e.Byte));
        _radiceAnnotata = _testa.Dimensione == nota.Size ? _testa.Radice : null;
    }

    /// <summary>Takes the next row of a table into account. Only rows about capacity matter.</summary>
    public void Add(object riga)
    {
        if (riga is MovimentoCapienza m)
        {
            _somme[m.LottoId] = _somme.GetValueOrDefault(m.LottoId).ConMovimento(m);
        }
        else if (riga is Capienza c)
        {
            _totali[c.LottoId] = TotaliCapienza.DiCapienza(c);
        }
    }

    /// <summary>Returns the differences found, after all events and rows were passed.</summary>
    /// <param name="testa">The stored head of the registro.</param>
    /// <param name="righe">The number of rows in all compared tables.</param>
    /// <param name="protezioni">The triggers and views that differ from the expected ones.</param>
    /// <param name="cig">The CIG Padre of each Lotto.</param>
    public IEnumerable<Discordanza> Trovati(
        RigaTesta testa, long righe, IEnumerable<(string Name, string? Expected, string? Found)> protezioni, IReadOnlyDictionary<Guid, string> cig)
    {
        var esito = Esito = _verifica.Concludi(testa.Dimensione, testa.Radice, testa.Bordo);
        return [.. DelRegistro(esito, righe), .. DellaNota(esito.Eventi), .. protezioni.Select(Protezione), .. DeiTotali(cig)];
    }

    private static IEnumerable<Discordanza> DelRegistro(EsitoVerifica esito, long righe)
    {
        if (!esito.Integro)
        {
            yield return new Discordanza(IlRegistro, "Integrità", "gli eventi come furono scritti", esito.Messaggio, esito.PrimoEventoErrato);
        }

        if (esito.OrologioIndietro is { } seq)
        {
            yield return new Discordanza(IlRegistro, "Orologio", "ogni evento dopo il precedente", "l'orologio del server è tornato indietro", seq);
        }

        if (esito.Eventi == 0 && righe > 0)
        {
            yield return new Discordanza(IlRegistro, null, "gli eventi dei dati presenti", "nessun evento", null);
        }
    }

    private IEnumerable<Discordanza> DellaNota(long eventi)
    {
        if (nota is null)
        {
            yield break;
        }

        var attesi = $"i {Plural.Of(nota.Size, "evento", "eventi")} annotati il {RomeTime.ToTheSecond(nota.Utc)}";
        if (eventi < nota.Size)
        {
            yield return new Discordanza(IlRegistro, "Nota accanto ai dati", attesi, Plural.Of(eventi, "evento", "eventi"), null);
        }
        else if (nota.Size > 0 && !nota.SameRoot(_radiceAnnotata))
        {
            yield return new Discordanza(IlRegistro, "Nota accanto ai dati", attesi, "altri eventi al loro posto", null);
        }
    }

    private static Discordanza Protezione((string Name, string? Expected, string? Found) p) => new(
        "Protezione del database", p.Name, p.Expected is null ? null : "come CigHub la crea",
        p.Found is null ? null : p.Expected is null ? "c'è, e CigHub non la crea" : "cambiata", null);

    private IEnumerable<Discordanza> DeiTotali(IReadOnlyDictionary<Guid, string> cig) =>
        from lotto in _totali.Keys.Union(_somme.Keys)
        let somma = _somme.GetValueOrDefault(lotto)
        let totale = _totali.GetValueOrDefault(lotto)
        from t in new[]
        {
            ("Massimale", somma.Massimale, totale.Massimale), ("Aderito", somma.Aderito, totale.Aderito),
            ("In corso di adesione", somma.Riservato, totale.Riservato), ("Adesioni comunicate da CMRC", somma.AltreAdesioni, totale.AltreAdesioni),
        }
        where t.Item2 != t.Item3
        select new Discordanza(
            "Capienza del Lotto",
            $"{t.Item1} del Lotto {cig.GetValueOrDefault(lotto, "non più presente")}: somma dei movimenti",
            $"{t.Item2:E}",
            $"{t.Item3:E}",
            null);
}
