using System.Text.RegularExpressions;
using static CigHub.Tests.Architecture.House;

namespace CigHub.Tests.Architecture;

/// <summary>The house rules that are checked on the sources. Each rule returns the places in the sources that break it.</summary>
internal static partial class HouseRules
{
    public const int MaxRazorLines = 150;
    public const int MaxCsLines = 350;
    public const int MaxInject = 6;

    /// <summary>
    /// One rule: its name, a planted source that breaks it (to test that the check finds it), and the check, which returns the offending
    /// places.
    /// </summary>
    public sealed record Rule(string Name, SourceFile Transgression, Func<SourceFile, IEnumerable<string>> Check)
    {
        public override string ToString() => Name;
    }

    public static IReadOnlyList<Rule> All { get; } =
    [
        new(
            "SQL that slips past the interceptors stands only in UseCases, Data and the store of the palestra",
            new("CigHub.Web/Features/X.cs", "await db.Affidamenti.ExecuteUpdateAsync(x);"),
            s => s.IsIn("CigHub.Web/UseCases/", "CigHub.Web/Data/", "CigHub.Web/Demo/Palestra/Archivio/") ? [] : Lines(s, DirectSql())),
        new(
            "Only the write path saves business data",
            new("CigHub.Web/Features/X.cs", "await db.SaveChangesAsync(ct);"),
            s => s.IsIn("CigHub.Web/UseCases/", "CigHub.Web/Data/Preferenze/", "CigHub.Web/Demo/Palestra/Archivio/") ? [] : Lines(s, Saves())),
        new(
            "Only the stores of preferences reach their tables",
            new("CigHub.Web/Features/X.cs", "var db = services.GetRequiredService<PreferenzeDbContext>();"),
            s => s.IsIn("CigHub.Web/Data/") ? [] : Lines(s, Preferences())),
        new(
            "A permit to write preferences is made by the guard alone",
            new("CigHub.Web/Features/X.cs", "await store.Move(new RequestStep(id, 3), 2);"),
            s => s.Path == "CigHub.Web/UseCases/PreferenceGuard.cs" ? [] : Lines(s, Permit())),
        new(
            "What writes or reads an event uses the stored names, never those of C#",
            new("CigHub.Web/UseCases/ChangeSet.cs", "var nome = nameof(Affidamento);"),
            s => Lines(s, WritesOrReadsEvents(s) ? CsharpNames() : CsharpNameInEvent())),
        new(
            "No page or component sees EF or the DbContext",
            new("CigHub.Web/Features/X.razor.cs", "using Microsoft.EntityFrameworkCore;"),
            s => s.Path.Contains(".razor", StringComparison.Ordinal) ? Lines(s, Ef()) : []),
        new(
            "The actor is passed in, never taken from the HTTP context",
            new("CigHub.Web/Features/X.cs", "IHttpContextAccessor accessor"),
            s => Lines(s, Accessor())),
        new(
            "The domain has no clock and no I/O",
            new("CigHub.Domain/X.cs", "var ora = DateTime.UtcNow;"),
            s => s.IsIn("CigHub.Domain/") ? Lines(s, ClockOrFile()) : []),
        new(
            "Time comes from TimeProvider",
            new("CigHub.Web/Features/X.cs", "var ora = DateTime.Now;"),
            s => Lines(s, SystemTime())),
        new(
            "A page's address is a constant of AppRoutes",
            new("CigHub.Web/Features/X.razor", "@page \"/x\""),
            s => s.Path.EndsWith("/AppRoutes.cs", StringComparison.Ordinal) ? [] : Lines(s, PageAddress())),
        new(
            $"No .razor over {MaxRazorLines} lines, no code-behind either",
            new("CigHub.Web/Features/X.razor", new string('\n', MaxRazorLines + 1)),
            s => s.Path.Contains(".razor", StringComparison.Ordinal) && s.Lines.Count - 1 > MaxRazorLines
                ? [$"{s.Path} ({s.Lines.Count - 1} lines)"]
                : []),
        new(
            $"No other .cs over {MaxCsLines} lines",
            new("CigHub.Web/X.cs", new string('\n', MaxCsLines + 1)),
            s => s.Lines.Count - 1 > MaxCsLines ? [$"{s.Path} ({s.Lines.Count - 1} lines)"] : []),
        new(
            $"No more than {MaxInject} injects in a component",
            new("CigHub.Web/Features/X.razor.cs", string.Concat(Enumerable.Repeat("[Inject]\n", MaxInject + 1))),
            s => Inject().Count(s.Text) > MaxInject ? [s.Path] : []),
        new(
            "The code of a .razor holds parameters only",
            new("CigHub.Web/Features/X.razor", "@code {\n    [Parameter]\n    public string? X { get; set; }\n\n    private int _count;\n}"),
            s => s.Path.EndsWith(".razor", StringComparison.Ordinal)
                && HoldsMoreThanParameters(CodeBlock().Match(s.Text).Groups["code"].Value)
                ? [s.Path]
                : []),
        new(
            "A component with parameters only keeps them in its .razor",
            new("CigHub.Web/Features/X.razor.cs", "public sealed partial class X\n{\n    [Parameter]\n    public string? Y { get; set; }\n}"),
            s => s.Path.EndsWith(".razor.cs", StringComparison.Ordinal) && PlainClass().Match(s.Text) is { Success: true } body
                && !HoldsMoreThanParameters(body.Groups["code"].Value) ? [s.Path] : []),
        new(
            "No component but TextBox listens to oninput",
            new("CigHub.Web/Features/X.razor", "<input value=\"@_x\" @oninput=\"Type\" />"),
            s => s.Path.EndsWith(".razor", StringComparison.Ordinal) && s.Path != TextBox ? Lines(s, OnInput()) : []),
        new(
            "Text is typed into a TextBox, never into an input of a page's own",
            new("CigHub.Web/Features/X.razor", "<input id=\"x\" type=\"search\" @bind=\"X\" />"),
            s => s.Path.EndsWith(".razor", StringComparison.Ordinal) && !MayHaveRawInputs(s)
                ? TextInput().Matches(s.Text).Select(m => $"{s.Path}: {m.Value}")
                : []),
        new(
            "A question is asked by Question, never by buttons of a page's own",
            new("CigHub.Web/Features/X.razor", "<button type=\"button\" @onclick=\"Do\">Sì, elimina</button>"),
            s => s.Path.EndsWith(".razor", StringComparison.Ordinal) ? Lines(s, Answer()) : []),
        new(
            "A field offers a list's entries through Offerte, which leaves out what has ended",
            new("CigHub.Web/Features/X.razor.cs", "Opzioni = [.. Liste.OggettoContratto.Voci.Select(v => (v.Codice, v.Etichetta))];"),
            s => s.Path.Contains(".razor", StringComparison.Ordinal) ? Lines(s, EntriesOfAList()) : []),
        new(
            "Whether a role is held on a day, Appartenenza says",
            new("CigHub.Web/Features/X.cs", "db.Appartenenze.Where(a => a.Dal <= oggi && (a.Fino == null || oggi < a.Fino))"),
            s => s.Path == "CigHub.Domain/Persone/Appartenenza.cs" || s.IsIn("CigHub.Domain/Codici/") ? [] : Lines(s, RoleOnADay())),
        new(
            "A person's full name is NomeCompleto",
            new("CigHub.Web/Features/X.cs", "select p.Nome + \" \" + p.Cognome"),
            s => s.IsIn("CigHub.Domain/Persone/") ? [] : Lines(s, FullName())),
        new(
            "What may be a CIG Derivato, RegoleCigDerivato says",
            new("CigHub.Web/Features/X.cs", "if (cig == lotto.CigPadre)"),
            s => s.Path == "CigHub.Domain/Affidamenti/RegoleCigDerivato.cs" || s.IsIn("CigHub.Domain/Codici/") ? [] : Lines(s, RuleOfACigDerivato())),
        new(
            "A choice by role names every role, in a switch expression without a default",
            new("CigHub.Web/Features/X.cs", "var pagina = actor.Ruolo == Ruolo.Rup ? \"A\" : \"B\";"),
            s => [.. Lines(s, ChoiceByRole()), .. DefaultRole().Matches(s.Text).Select(m => $"{s.Path}: {m.Value}")]),
        new(
            "That a command is complete is the runner's to check, not a validator's",
            new("CigHub.Web/Features/X.cs", "            RuleFor(c => c.Id).NotEmpty();"),
            s => Lines(s, OnlyComplete())),
        new(
            "A box for a reason or a note says that its text stays in the registro",
            new("CigHub.Web/Features/X.razor", "<TextBox Multiline=\"true\" @bind-Value=\"Motivo\" />"),
            s => s.Path.EndsWith(".razor", StringComparison.Ordinal) && !s.IsIn("CigHub.Web/Demo/Palestra/") && FreeText().IsMatch(s.Text)
                && !s.Text.Contains("InRegistro", StringComparison.Ordinal) ? [s.Path] : []),
        new(
            "Components act through the kit alone",
            new("CigHub.Web/Features/X.razor.cs", "var esito = await Runner.Run(command, User!.Actor);"),
            s => s.Path.Contains(".razor", StringComparison.Ordinal) ? Lines(s, OwnActing()) : []),
        new(
            "A page reads again through Reload, which keeps the errors of acting",
            new("CigHub.Web/Features/X.razor.cs", "        await LoadAsync();"),
            s => s.Path.Contains(".razor", StringComparison.Ordinal) ? Lines(s, OwnReading()) : []),
        new(
            "What a page reads ends when its user leaves",
            new("CigHub.Web/Features/X.razor.cs", "var esito = await Reader.Read<X, Y>(Actor, q => q.Run(), CancellationToken.None);"),
            s => Lines(s, ReadsForNobody())),
        new(
            "A service that asks a query leaves the token to its caller",
            new("CigHub.Web/Features/X.cs", "public Task Run(CancellationToken ct = default) => reader.Read<X, Y>(actor, q => q.Run(), ct);"),
            s => AsksAQuery().IsMatch(s.Text) ? Lines(s, OptionalToken()) : []),
        new(
            "A plain part has no component, event, service or cascading value, because it is drawn without a component of its own",
            new("CigHub.Web/Features/X.razor", "@inherits PlainPart\n<span><Euro Importo=\"Importo\" /></span>"),
            s => s.Text.Contains("@inherits PlainPart", StringComparison.Ordinal) ? Lines(s, OfAComponent()) : []),
        new(
            "Nothing is left for later in the code",
            new("CigHub.Web/X.cs", "// TO" + "DO: later"),
            s => Lines(s, LeftForLater())),
    ];

    private const string TextBox = "CigHub.Web/Components/Forms/TextBox.razor";

    /// <summary>
    /// Says whether a source may have native text inputs instead of the kit's TextBox. Allowed are TextBox itself and the pages without a
    /// circuit, whose forms the browser posts: there the server cannot overwrite the text while the user types. Those pages are the
    /// palestra, which imitates a foreign site, and the request for access, which is made before sign-in.
    /// </summary>
    private static bool MayHaveRawInputs(SourceFile s) =>
        s.Path is TextBox or "CigHub.Web/Features/Account/ChiedereAccesso/StaticField.razor"
        || s.IsIn("CigHub.Web/Demo/Palestra/");

    private static IEnumerable<string> Lines(SourceFile s, Regex vietato) =>
        s.Lines.Select((riga, i) => (riga, i)).Where(x => vietato.IsMatch(x.riga)).Select(x => $"{s.Path}:{x.i + 1}: {x.riga.Trim()}");

    private static bool WritesOrReadsEvents(SourceFile s) =>
        s.IsIn(
            "CigHub.Web/UseCases/ChangeSet.cs",
            "CigHub.Web/UseCases/EventRecorder.cs",
            "CigHub.Web/UseCases/RecordedSave.cs",
            "CigHub.Web/Features/RegistroEventi/Parole/Parole")
        || s.Text.Contains("TolerantReader", StringComparison.Ordinal);

    [GeneratedRegex(@"\bRunner\.Run\(|\bCommandRunner\b|private bool (Occupato|StaFacendo|StaSalvando|Busy)\b")]
    private static partial Regex OwnActing();

    [GeneratedRegex(@"(await|return|=>) LoadAsync\(\)")]
    private static partial Regex OwnReading();

    [GeneratedRegex(@"\bnameof\(|ClrType\.Name|GetType\(\)\.Name|Enum\.(Try)?Parse")]
    private static partial Regex CsharpNames();

    [GeneratedRegex(@"EventToWrite\([^)]*\bnameof\(")]
    private static partial Regex CsharpNameInEvent();

    [GeneratedRegex(@"\b(ExecuteUpdate|ExecuteDelete|ExecuteSql|FromSql|SqlQuery|CreateCommand)\w*\s*[(<]")]
    private static partial Regex DirectSql();

    [GeneratedRegex(@"\bSaveChanges(Async)?\s*\(")]
    private static partial Regex Saves();

    [GeneratedRegex(@"\bPreferenzeDbContext\b")]
    private static partial Regex Preferences();

    [GeneratedRegex(@"\bnew (OwnPreferences|Request(Restart|Step|Tick))\b")]
    private static partial Regex Permit();

    [GeneratedRegex(@"EntityFrameworkCore|CigHubDbContext|PreferenzeDbContext|PalestraDbContext")]
    private static partial Regex Ef();

    [GeneratedRegex(@"\bIHttpContextAccessor\b")]
    private static partial Regex Accessor();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Utc)?Now\b|\bDateTime\.Today\b|\bTimeProvider\b|\bFile\.|\bHttpClient\b|\bEnvironment\.")]
    private static partial Regex ClockOrFile();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Utc)?Now\b|\bDateTime\.Today\b")]
    private static partial Regex SystemTime();

    [GeneratedRegex(@"^\s*@page\b|<a[^>]*\bhref=""/|\bHref=""/|Route\(""|NavigateTo\(\s*\$?""")]
    private static partial Regex PageAddress();

    [GeneratedRegex(@"\[Inject\]|^@inject\b", RegexOptions.Multiline)]
    private static partial Regex Inject();

    [GeneratedRegex(@"\boninput\b")]
    private static partial Regex OnInput();

    /// <summary>Matches a native text input, or a text component of a library other than the kit.</summary>
    [GeneratedRegex(
        @"<textarea\b[^>]*|<input\b(?![^>]*\btype=""(checkbox|radio|hidden|file|submit|button)"")[^>]*"
            + @"|<(Mud(TextField|NumericField|Autocomplete|DatePicker|Mask|Input)|Input(Text|TextArea|Date|Number))\b[^>]*")]
    private static partial Regex TextInput();

    /// <summary>Matches a button or link whose words answer a question with yes or no.</summary>
    [GeneratedRegex(@">\s*(Sì|No), ")]
    private static partial Regex Answer();

    /// <summary>
    /// Matches code that takes the entries of a code list by hand: all entries, or the entries valid on a day without the entry already
    /// chosen. Both offer the user the wrong choices.
    /// </summary>
    [GeneratedRegex(@"\b([Ll]ist[ae]|Liste(\.\w+)+)\.(Voci\.(Select|Where)\b|Valide\()"
        + @"|\bin ([Ll]ist[ae]|Liste(\.\w+)+)\.Voci\b|\bListeAnac\.\w+\.(Voci\b|Valide\()")]
    private static partial Regex EntriesOfAList();

    [GeneratedRegex(@"@bind-Value=""(\w+\.)?(Motivo\w*|Nota)""|Editor\.Motiva\(")]
    private static partial Regex FreeText();

    [GeneratedRegex(@"RuleFor\(c => c\.(\w*Id|Form)\)\.Not(Empty|Null)\(\);")]
    private static partial Regex OnlyComplete();

    [GeneratedRegex(@"\.Fino (== null|is null) \|\|")]
    private static partial Regex RoleOnADay();

    /// <summary>
    /// Matches the error code of a refusal that only the rule for a CIG Derivato may return, and code that asks by hand whether a CIG is
    /// the CIG Padre, belongs to the palestra, or was given by PCP.
    /// </summary>
    [GeneratedRegex(@"""cig\.(di-palestra|e-il-padre|non-da-pcp|gia-usato|numero-di-foglio)""|\b(c|cig\w*|CigDerivato) [!=]= [\w.]*\b[cC]igPadre\b"
        + @"|\bCigDiPalestra\.Contiene\b|\bFormaCig\b")]
    private static partial Regex RuleOfACigDerivato();

    /// <summary>
    /// Matches a conditional or a switch that chooses by role. A role that the code does not name would get the choice of another role.
    /// </summary>
    [GeneratedRegex(@"\bcase (\w+\.)*Ruolo\.\w+|\b[Rr]uolo (==|!=|is|is not) (\w+\.)*Ruolo\.\w+( or (\w+\.)*Ruolo\.\w+)* \?[^?]")]
    private static partial Regex ChoiceByRole();

    [GeneratedRegex(@"\bRuolo\.\w+ =>[^;]*?\s_ =>")]
    private static partial Regex DefaultRole();

    [GeneratedRegex(@"\.Nome \+ "" "" \+|\{(\w+\.)?Nome\} \{(\w+\.)?Cognome\}")]
    private static partial Regex FullName();

    private static bool HoldsMoreThanParameters(string code) => !string.IsNullOrWhiteSpace(Parameters().Replace(code, string.Empty));

    [GeneratedRegex(@"^@code\s*\{(?<code>.*)\}\s*\z", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    /// <summary>Matches the class of a code-behind file that names no base class and no interface.</summary>
    [GeneratedRegex(@"\bpartial class \w+(<\w+>)?\s*\{(?<code>.*)\}\s*\z", RegexOptions.Singleline)]
    private static partial Regex PlainClass();

    /// <summary>
    /// Matches comments, and the properties of a component that its parent or the address sets. The rule asks whether a class holds
    /// anything else.
    /// </summary>
    [GeneratedRegex(@"//[^\n]*|(\[(Parameter|CascadingParameter|SupplyParameterFromQuery)[^\n]*\]\s*)+public [^{};]*\{ get; set; \}( = [^;]+;)?")]
    private static partial Regex Parameters();

    /// <summary>Matches what only a component can have: an element with a capital letter, an event, a reference, an injected or cascading value.</summary>
    [GeneratedRegex(@"(^|[>\s])<[A-Z]|@(on\w+|bind\S*|ref)\b|@inject\b|CascadingParameter")]
    private static partial Regex OfAComponent();

    [GeneratedRegex(@"\b[Rr]eader\.Read(Long)?<.*(CancellationToken\.None|default)\b")]
    private static partial Regex ReadsForNobody();

    [GeneratedRegex(@"\breader\.Read(Long)?<")]
    private static partial Regex AsksAQuery();

    [GeneratedRegex(@"CancellationToken ct = default")]
    private static partial Regex OptionalToken();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|NotImplementedException)\b")]
    private static partial Regex LeftForLater();
}
