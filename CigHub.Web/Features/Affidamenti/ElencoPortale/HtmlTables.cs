using System.Globalization;
using System.Text;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;
using CigHub.Domain.Affidamenti.ElencoPortale;
using CigHub.Domain.Affidamenti.Serie;
using CigHub.Domain.Common;

namespace CigHub.Web.Features.Affidamenti.ElencoPortale;

/// <summary>
/// Reads all the tables of an HTML page, each with its rows. The portal exports its list as such a page, under the name <c>.xls</c>.
/// </summary>
/// <remarks>
/// The page is read token by token (AngleSharp's tokenizer, which knows entities and broken tags) and not as a tree. So a page that
/// somebody else made costs no more than its length, however it nests. A table inside a cell is a table of its own and leaves nothing in
/// that cell.
/// </remarks>
internal sealed class HtmlTables
{
    /// <summary>The greatest depth of tables inside tables that is read. A page laid out with tables has a depth of five or six.</summary>
    private const int MaxDentro = 64;

    /// <summary>The most cells of a row, counting the cells that <c>colspan</c> spans.</summary>
    private const int MaxCelle = 200;

    /// <summary>The most rows in all tables together: those of the elenco, and those of the tables around it.</summary>
    private const int MaxRighe = ElencoReader.MaxRighe + 2_000;

    private static readonly HashSet<string> _grezzi = ["style", "xmp", "noembed", "noframes", "iframe"];
    private static readonly HashSet<string> _testi = ["title", "textarea"];
    private static readonly HashSet<string> _aCapo = ["br", "p", "div", "li", "ul", "ol", "hr"];

    private readonly List<Table> _tutte = [];
    private readonly Stack<Table> _aperte = new();
    private int _rows;

    public static Result<IReadOnlyList<IReadOnlyList<RigaDiFile>>> Read(string pagina)
    {
        var lettore = new HtmlTables();
        using var testo = new TextSource(pagina);
        using var tokenizer = new HtmlTokenizer(testo, HtmlEntityProvider.ResolverExtended);
        for (var token = tokenizer.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokenizer.Get())
        {
            if (lettore.Prendi(token, tokenizer) is { } errore)
            {
                return errore;
            }
        }

        return Result.Success<IReadOnlyList<IReadOnlyList<RigaDiFile>>>([.. lettore._tutte.Select(t => t.Fine())]);
    }

    private Error? Prendi(HtmlToken token, HtmlTokenizer tokenizer)
    {
        switch (token.Type)
        {
            case HtmlTokenType.Character when _aperte.TryPeek(out var dove):
                dove.Write(token.Data);
                return null;
            case HtmlTokenType.StartTag:
                tokenizer.State = token.Name == "script" ? HtmlParseMode.Script
                    : _grezzi.Contains(token.Name) ? HtmlParseMode.Rawtext
                    : _testi.Contains(token.Name) ? HtmlParseMode.RCData
                    : HtmlParseMode.PCData;
                return Open(token.AsTag());
            case HtmlTokenType.EndTag when token.Name == "table":
                _aperte.TryPop(out _);
                return null;
            case HtmlTokenType.EndTag when token.Name is "td" or "th" or "tr" && _aperte.TryPeek(out var tabella):
                tabella.Chiudi(riga: token.Name == "tr");
                return null;
            default:
                return null;
        }
    }

    private Error? Open(HtmlTagToken tag)
    {
        if (tag.Name == "table")
        {
            if (_aperte.Count == MaxDentro)
            {
                return new Error("elenco.illeggibile", "La pagina ha tabelle dentro tabelle oltre ogni misura: non è un elenco esportato dal portale.");
            }

            _aperte.Push(new Table());
            _tutte.Add(_aperte.Peek());
        }
        else if (_aperte.TryPeek(out var tabella))
        {
            switch (tag.Name)
            {
                case "tr" when ++_rows > MaxRighe:
                    return ElencoReader.TroppeRighe;
                case "tr":
                    tabella.NuovaRiga();
                    break;
                case "td" or "th":
                    tabella.NuovaCella(int.TryParse(tag.GetAttribute("colspan"), NumberStyles.None, CultureInfo.InvariantCulture, out var quante)
                        ? Math.Clamp(quante, 1, MaxCelle)
                        : 1);
                    break;
                case var nome when _aCapo.Contains(nome):
                    tabella.Write(" ");
                    break;
            }
        }

        return null;
    }

    /// <summary>One table during the reading. It copes with closing tags that are missing.</summary>
    private sealed class Table
    {
        private readonly List<List<string>> _rows = [];
        private readonly StringBuilder _cella = new();
        private List<string>? _riga;
        private int _colonne;

        public void NuovaRiga()
        {
            Chiudi(riga: true);
            _rows.Add(_riga = []);
        }

        public void NuovaCella(int colonne)
        {
            Chiudi(riga: false);
            if (_riga is null)
            {
                NuovaRiga();
            }

            _colonne = colonne;
        }

        public void Write(string testo)
        {
            if (_colonne > 0)
            {
                _cella.Append(testo);
            }
        }

        public void Chiudi(bool riga)
        {
            if (_colonne > 0 && _riga is not null)
            {
                _riga.Add(SenzaSpazi(_cella));
                _riga.AddRange(Enumerable.Repeat("", Math.Clamp(_colonne - 1, 0, Math.Max(0, MaxCelle - _riga.Count))));
            }

            _cella.Clear();
            _colonne = 0;
            _riga = riga ? null : _riga;
        }

        /// <summary>Ends the table and returns its rows, numbered from 1 in the order of the table.</summary>
        public IReadOnlyList<RigaDiFile> Fine()
        {
            Chiudi(riga: true);
            return [.. _rows.Select((r, i) => new RigaDiFile(i + 1, [.. r.Take(MaxCelle).Select(t => new CellaSerie(t))]))];
        }

        /// <summary>
        /// Returns the text of the cell as a browser shows it, with each run of white space as one blank. Non-breaking spaces count as
        /// white space, because the portal writes them into empty cells and before figures.
        /// </summary>
        private static string SenzaSpazi(StringBuilder cella)
        {
            var pulito = new StringBuilder(cella.Length);
            foreach (var blocco in cella.GetChunks())
            {
                foreach (var c in blocco.Span)
                {
                    if (!char.IsWhiteSpace(c) && c is not ('\u200B' or '\uFEFF'))
                    {
                        pulito.Append(c);
                    }
                    else if (pulito.Length > 0 && pulito[^1] != ' ')
                    {
                        pulito.Append(' ');
                    }
                }
            }

            return pulito.ToString().TrimEnd();
        }
    }
}
