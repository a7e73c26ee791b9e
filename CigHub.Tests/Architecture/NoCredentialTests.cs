using System.Text.RegularExpressions;

namespace CigHub.Tests.Architecture;

/// <summary>
/// Tests that no page asks for a password of the portal: no input is of the type password, and none has a name or label that means one.
/// </summary>
public sealed partial class NoCredentialTests
{
    [Fact]
    public void Nessun_campo_chiede_una_credenziale() => Assert.Empty(House.Sources.SelectMany(Fields));

    [Theory]
    [InlineData("""<input type="password" />""")]
    [InlineData("""<InputField Name="Codice" Label="Password del portale" @bind-Value="x" />""")]
    [InlineData("""<input id="credenziali" />""")]
    [InlineData("""<label for="x">Credenziali del portale</label>""")]
    [InlineData("public string? PasswordPortale { get; set; }")]
    public void Il_controllo_scopre_un_campo_che_la_chiede(string sorgente) =>
        Assert.NotEmpty(Fields(new House.SourceFile(sorgente[0] == '<' ? "CigHub.Web/Features/X.razor" : "CigHub.Web/Features/X.cs", sorgente)));

    private static IEnumerable<string> Fields(House.SourceFile s) =>
        (s.Path.EndsWith(".razor", StringComparison.Ordinal) ? CampoDiPagina() : CampoDiModulo()).Matches(s.Text).Select(m => $"{s.Path}: {m.Value}");

    [GeneratedRegex(
        """type="password"|<(input|textarea|select|InputField|Campo|Mud\w*(Field|Input|Select))\b[^>]*(password|credenzial|\bPIN\b)[^>]*>"""
            + """|<label\b[^>]*>[^<]*(password|credenzial)[^<]*</label>""", RegexOptions.IgnoreCase)]
    private static partial Regex CampoDiPagina();

    /// <summary>
    /// Matches a writable text property in the C# sources whose name holds the Italian or English word for a password or credential.
    /// </summary>
    [GeneratedRegex("""string\?? \w*(Password|Credenzial)\w* \{ get; (set|init);""", RegexOptions.IgnoreCase)]
    private static partial Regex CampoDiModulo();
}
