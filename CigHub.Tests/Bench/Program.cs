using System.Globalization;
using CigHub.Bench;

// Start it by hand: dotnet run -c Release --project CigHub.Tests/Bench [-- name …]. Without names it measures everything except the
// interruptions, which take hours.
const string ByNameOnly = "interruzioni";
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
    (ByNameOnly, InterruptionBench.Measure),
];
Console.WriteLine(
    $"{Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GiB, .NET {Environment.Version}, {DateTime.Today:yyyy-MM-dd}");
foreach (var (nome, misura) in misure.Where(m => args.Length == 0 ? m.Nome != ByNameOnly : args.Contains(m.Nome)))
{
    Console.WriteLine();
    Console.WriteLine($"== {nome}");
    await misura();
}
