namespace CigHub.Tests.Support;

/// <summary>Tests that the list of banned words finds them, and leaves the words of the same family alone.</summary>
public sealed class BannedWordsTests
{
    [Theory]
    [InlineData("Riservato 12,00 €")]
    [InlineData("12,00 € sono riservati sul Lotto")]
    [InlineData("Altre adesioni")]
    [InlineData("un'adesione già fatta")]
    [InlineData("Sforamento da regolarizzare")]
    [InlineData("Responsabile · Tutti gli Enti")]
    [InlineData("la palestra")]
    [InlineData("Chiedi al RUP")]
    [InlineData("le riserve del Lotto")]
    public void A_word_that_an_office_does_not_use_is_found(string text) => Assert.NotEmpty(BannedWords.FoundIn(text));

    [Theory]
    [InlineData("Dirigente / Responsabile del servizio")]
    [InlineData("Responsabile Unico del Progetto")]
    [InlineData("Pulizia della palestra comunale")]
    [InlineData("In corso di adesione, oltre il massimale, adesioni comunicate da CMRC")]
    [InlineData("un atto riservato al RUP")]
    public void The_words_of_the_office_are_left_alone(string text) => Assert.Empty(BannedWords.FoundIn(text));
}
