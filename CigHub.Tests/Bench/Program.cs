using System.Globalization;
using CigHub.Bench;

// Start it by hand: dotnet run -c Release --project CigHub.Tests/Bench [-- name …]. Without names it measures everything except the
// interruptions, which take hours, and the largest office, which takes as long to make.
string[] byNameOnly =
[
    "generatore", "milione", "prove", "riconciliazione", "foglio", "interruzioni", "lotto", "digitazione-grande",
    "domande-mille", "pagine-mille", "domande-milione", "pagine-milione",
];
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is [HostedCircuit.Nome])
{
    await HostedCircuit.Run();
    return;
}

await using var uffici = new Offices();
(string Nome, Func<Task> Misura)[] misure =
[
    ("elenco", () => ListBench.Measure(uffici)),
    ("ricerca", () => SearchBench.Measure(uffici)),
    ("comando", () => CommandBench.Measure(uffici)),
    ("verifica", () => VerifyBench.Measure(uffici)),
    ("avvio", () => StartBench.Measure(uffici)),
    ("circuito", () => CircuitBench.Measure(uffici)),
    ("accessibilita", AccessibilityBench.Measure),
    ("digitazione", TypingBench.Measure),
    ("domande", () => TenYearsBench.Queries(uffici, 1_000, 100_000)),
    ("pagine", () => TenYearsBench.Pages(uffici, 1_000, 100_000)),
    ("carico", () => LoadBench.Measure(uffici)),
    ("domande-mille", () => TenYearsBench.Queries(uffici, 1_000)),
    ("pagine-mille", () => TenYearsBench.Pages(uffici, 1_000)),
    ("domande-milione", () => TenYearsBench.Queries(uffici, 1_000, 100_000, 1_000_000)),
    ("pagine-milione", () => TenYearsBench.Pages(uffici, 1_000, 100_000, 1_000_000)),
    ("generatore", GeneratorBench.Measure),
    ("prove", () => EvidenceBench.Measure(uffici)),
    ("riconciliazione", () => ReconciliationBench.Measure(uffici)),
    ("lotto", () => LottoBench.Measure(uffici)),
    ("digitazione-grande", () => TypingBench.MeasureLarge(uffici)),
    ("foglio", () => ExportBench.Measure(uffici)),
    ("milione", () => uffici.With(1_000_000)),
    ("interruzioni", InterruptionBench.Measure),
];
Console.WriteLine(
    $"{Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GiB, .NET {Environment.Version}, {DateTime.Today:yyyy-MM-dd}");
foreach (var (nome, misura) in misure.Where(m => args.Length == 0 ? !byNameOnly.Contains(m.Nome) : args.Contains(m.Nome)))
{
    Console.WriteLine();
    Console.WriteLine($"== {nome}");
    await misura();
}
