namespace CigHub.Web.Components.Forms;

/// <summary>A form of the catalogue: its fields by name, label and text, to say what is wrong where and what somebody else changed meanwhile.</summary>
public interface IModulo
{
    IReadOnlyList<VoceModulo> Voci();
}

/// <summary>One field of a form as it stands.</summary>
/// <param name="Nome">As the errors call it.</param>
/// <param name="Testo">For people: the word of a choice, not its code.</param>
public sealed record VoceModulo(string Nome, string Etichetta, string Testo);
