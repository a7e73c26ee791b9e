using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CigHub.Domain.Registro;
using CigHub.Tests.Domain.Registro;
using CigHub.Web.Features.RegistroEventi.Parole;
using CigHub.Web.UseCases;

namespace CigHub.Tests.Features.Affidamenti.Fascicolo;

/// <summary>Checks that the sentence of an event is still correct Italian when the event lacks the value of a placeholder.</summary>
public sealed partial class SentencesOfEventsTests
{
    public static TheoryData<string> Actions => new(Azioni.Tutte);

    [Theory]
    [MemberData(nameof(Actions))]
    public void An_event_with_nothing_in_it_still_reads_well(string action)
    {
        Assert.DoesNotMatch(Broken(), EventoWords.Sentence(Event(action, null, null)));
        Assert.DoesNotMatch(Broken(), EventoWords.Sentence(Event(action, [], [])));
        var unknown = new JsonObject { ["tipo"] = "Sconosciuto", ["cig"] = "", ["natura"] = "", ["percorsi"] = new JsonArray("x/y/0") };
        Assert.DoesNotMatch(Broken(), EventoWords.Sentence(Event(action, unknown, [])));
    }

    [Theory]
    [InlineData("ha aggiunto l'atto «un atto» n. 7")]
    [InlineData("ha scaricato il file di «»")]
    [InlineData("ha caricato l'adesione pregressa, con il CIG")]
    [InlineData("ha modificato il campo «riga di un elenco»")]
    public void The_check_finds_a_sentence_that_is_broken(string sentence) => Assert.Matches(Broken(), sentence);

    [Fact]
    public void The_kind_of_an_act_is_read_off_the_act_when_the_event_does_not_repeat_it()
    {
        var data = new JsonObject
        {
            ["Dati"] = new JsonObject
            {
                ["Tipo"] = "DeterminaDiAdesione",
                ["Numero"] = "7",
                ["Data"] = "2026-11-20",
                ["Protocollo"] = ""
            }
        };
        var act = new JsonObject { ["Atto/0193a5c0-0000-7000-8000-0000000000d5"] = data };
        Assert.Equal("ha aggiunto l'atto «Determina di adesione» n. 7 del 20/11/2026", EventoWords.Sentence(Event(Azioni.AttoAggiunto, [], act)));
    }

    private static Evento Event(string action, JsonObject? data, JsonObject? after) => new(
        1, new DateTime(2026, 11, 24, 9, 0, 0, DateTimeKind.Utc), new Attore(SampleEventi.Persona, "Rup", SampleEventi.Ente), SampleEventi.Ente, action,
        new OggettoEvento("Affidamento", SampleEventi.Affidamento.ToString()), EsitoEvento.Ok, null, after, data, SampleEventi.Corr);

    /// <summary>
    /// Matches the signs of a broken sentence: quotation marks around nothing or around a common noun, two spaces in a row, or an end after
    /// a word that needs another one.
    /// </summary>
    [GeneratedRegex("«»|«(un|una|uno|il|lo|la|riga) |«l'|  | (di|del|con|il|la|un|una|con il CIG|«)$| [,:;]|\\(\\)")]
    private static partial Regex Broken();
}
