using CigHub.Domain.Common;

namespace CigHub.Domain.Codici;

/// <summary>The help for one error code as the office keeps it. It takes the place of the shipped help for the same code.</summary>
public sealed class AiutoModificato : Aggregate
{
    /// <summary>Maximum length of a code, in characters.</summary>
    public const int MaxCodice = 12;

    private AiutoModificato() { }

    public AiutoModificato(Guid id, AiutoErrore aiuto, DateTime utc)
    {
        Id = id;
        Codice = aiuto.Codice;
        Scrivi(aiuto, utc);
    }

    /// <summary>ANAC's code, for example <c>ERR98</c>. The database ensures that it occurs once.</summary>
    public string Codice { get; private set; } = "";

    public string Testo { get; private set; } = "";

    public string Causa { get; private set; } = "";

    public string CheFare { get; private set; } = "";

    public Rimedio Rimedio { get; private set; }

    public string AChi { get; private set; } = "";

    public string Fonte { get; private set; } = "";

    public DateTime ModificatoIl { get; private set; }

    /// <summary>The help that this row holds, in the same form as the shipped one.</summary>
    public AiutoErrore Aiuto => new(Codice, Testo, Causa, CheFare, Rimedio, AChi, Fonte);

    /// <summary>Replaces the help. The code stays.</summary>
    public void Scrivi(AiutoErrore aiuto, DateTime utc) =>
        (Testo, Causa, CheFare, Rimedio, AChi, Fonte, ModificatoIl) =
            (aiuto.Testo, aiuto.Causa, aiuto.CheFare, aiuto.Rimedio, aiuto.AChi, aiuto.Fonte, utc);
}
