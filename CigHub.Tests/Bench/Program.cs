using System.Globalization;
using CigHub.Bench;

// Start it by hand: dotnet run -c Release --project CigHub.Tests/Bench [-- name …]. Without names it measures everything except the
// interruptions, which take hours.
const string ByNameOnly = "interruzioni";
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is [Ospite.Nome])
{
    await Ospite.Esegui();
    return;
}

await using var uffici = new Uffici();
(string Nome, Func<Task> Misura)[] misure =
[
    ("elenco", () => Elenco.Misura(uffici)),
    ("ricerca", () => Ricerca.Misura(uffici)),
    ("comando", () => Comando.Misura(uffici)),
    ("verifica", () => Verifica.Misura(uffici)),
    ("avvio", () => Avvio.Misura(uffici)),
    ("circuito", () => Circuito.Misura(uffici)),
    ("accessibilita", Accessibilita.Misura),
    ("digitazione", Digitazione.Misura),
    (ByNameOnly, Interruzioni.Misura),
];
Console.WriteLine(
    $"{Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GiB, .NET {Environment.Version}, {DateTime.Today:yyyy-MM-dd}");
foreach (var (nome, misura) in misure.Where(m => args.Length == 0 ? m.Nome != ByNameOnly : args.Contains(m.Nome)))
{
    Console.WriteLine();
    Console.WriteLine($"== {nome}");
    await misura();
}
