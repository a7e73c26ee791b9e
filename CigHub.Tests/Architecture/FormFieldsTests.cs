using System.Text.RegularExpressions;
using CigHub.Domain.Affidamenti.Ad4;

namespace CigHub.Tests.Architecture;

/// <summary>
/// Tests that every field of the AD4 that the catalogue marks as shown in the editor has an input in a Razor section of the form.
/// </summary>
public sealed partial class FormFieldsTests
{
    [Fact]
    public void Ogni_campo_della_maschera_ha_il_suo_input() => Assert.Empty(SenzaInput(Nella(House.Sources)));

    [Fact]
    public void Un_campo_tolto_dalla_maschera_si_scopre()
    {
        var senzaImporto = House.Sources.Select(
            s => s with
            {
                Text = s.Text.Replace(
                    "Path(\"quadroEconomicoStandard/impServizi\")",
                    "Path(\"quadroEconomicoStandard/impLavori\")",
                    StringComparison.Ordinal)
            });
        Assert.Equal(["anacForm/aggiudicazioni/*/quadroEconomicoStandard/impServizi"], SenzaInput(Nella(senzaImporto)));
    }

    private static IEnumerable<string> SenzaInput(HashSet<string> presenti) =>
        CatalogoAd4.Campi.Where(c => c.NellaMaschera && !presenti.Contains(c.Percorso)).Select(c => c.Percorso);

    private static HashSet<string> Nella(IEnumerable<House.SourceFile> sorgenti) =>
    [
        .. from s in sorgenti
           where s.Path.Contains("/Ad4/Sezione", StringComparison.Ordinal) && s.Path.EndsWith(".razor", StringComparison.Ordinal)
           from Match m in Field().Matches(s.Text)
           let testo = Regex.Replace(m.Groups[2].Value, @"\{[ik]\}", "*")
           select m.Groups[1].Value.Length == 0
               ? Regex.Replace(testo, @"/\d+(?=/|$)", "/*")
               : $"anacForm/aggiudicazioni/*/{testo}",
    ];

    [GeneratedRegex(@"<Campo[^>]*Percorso=""(?:(@Path\(\$?"")|@\(\$"")?([^""]+)""")]
    private static partial Regex Field();
}
