using System.Text;
using CigHub.Domain.Registro;
using CigHub.Web.Features.RegistroEventi.Dettaglio;
using CigHub.Web.Features.RegistroEventi.Parole;
using CigHub.Web.UseCases;

namespace CigHub.Tests.Features.RegistroEventi;

/// <summary>
/// Checks the eventi dorati: events that were written when the format became final, one of nearly every action. Every later version must
/// read them and describe them in the same words. New events may be added at the end of the file, but an existing line never changes.
/// </summary>
public sealed class EventiDoratiTests
{
    private static readonly Dictionary<Guid, string> _nessuno = [];

    private static string Cartella => Path.Combine(AppContext.BaseDirectory, "Features", "RegistroEventi");

    private static IReadOnlyList<byte[]> Byte { get; } = [.. File.ReadAllLines(Path.Combine(Cartella, "EventiDorati.jsonl")).Select(Encoding.UTF8.GetBytes)];

    [Fact]
    public void Si_leggono_e_si_riscrivono_uguali_al_byte() => Assert.All(Byte, b => Assert.Equal(b, Evento.Leggi(b).Value.Canonico()));

    /// <summary>
    /// The events must always be described in the same words. The test writes the present words to a file beside its binaries, so that a
    /// developer can look at them and approve better ones.
    /// </summary>
    [Fact]
    public void Dicono_sempre_le_stesse_cose()
    {
        var ora = string.Join("\n", Byte.Select(b => InWords(Evento.Leggi(b).Value))) + "\n";
        File.WriteAllText(Path.Combine(Cartella, "EventiDorati.received.txt"), ora);
        Assert.Equal(File.ReadAllText(Path.Combine(Cartella, "EventiDorati.approved.txt")), ora);
    }

    [Fact]
    public void Ce_n_e_uno_di_quasi_ogni_azione() =>
        Assert.Equal(
            [Azioni.AccessoEntrata, Azioni.AccessoRifiutato, Azioni.AccessoUscita, Azioni.DatiRipristinati, Azioni.RegistroDiversoDallaNota],
            Azioni.Tutte.Except(Byte.Select(b => Evento.Leggi(b).Value.Azione)).Order(StringComparer.Ordinal));

    /// <summary>The words that the pages show for an event must hold no identifier and no technical name.</summary>
    [Fact]
    public void Nelle_parole_non_ci_sono_identificativi_ne_nomi_di_programma() =>
        Assert.All(Byte, b => Assert.DoesNotMatch("[0-9a-f]{8}-[0-9a-f]{4}|[a-z][A-Z][a-z]|\\d{4}-\\d\\d-\\d\\dT|anacForm",
            InWords(Evento.Leggi(b).Value).Replace("CigHub", "", StringComparison.Ordinal).Replace("CigRecuperati", "", StringComparison.Ordinal)));

    private static string InWords(Evento evento)
    {
        var titolo = EventoWords.TitoloDellOggetto(evento) is { } suo ? $" · {suo}" : "";
        var righe = new List<string> { $"{evento.Azione}: {EventoWords.Sentence(evento)}{titolo}" };
        righe.AddRange(EventoWords.Dettagli(evento).Select(d => $"  {d}"));
        righe.AddRange(MotiviEDichiarazioni.Of(evento.Dati).Select(t => $"  {t.Titolo}: {t.Testo}"));
        righe.AddRange(Cambiamento.Of(evento.Prima, evento.Dopo, _nessuno).Select(c => $"  {c.Oggetto} | {c.Dato} | {c.Prima ?? "–"} | {c.Dopo ?? "–"}"));
        return HiddenPeople.WithNames(string.Join("\n", righe), new Dictionary<string, string>());
    }
}
