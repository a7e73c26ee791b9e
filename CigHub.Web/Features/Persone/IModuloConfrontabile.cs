namespace CigHub.Web.Features.Persone;

/// <summary>A form whose texts can be set beside those that somebody else saved meanwhile.</summary>
public interface IModuloConfrontabile
{
    /// <summary>Every datum by its label, as text; the same labels in the same order for any two forms of a kind.</summary>
    IEnumerable<(string Etichetta, string Valore)> Valori();
}

/// <summary>A datum that is saved otherwise than it stands in the form.</summary>
public sealed record ValoreSalvato(string Etichetta, string Valore)
{
    public static IReadOnlyList<ValoreSalvato> Differenze(IModuloConfrontabile salvato, IModuloConfrontabile scritto) =>
        [.. salvato.Valori().Zip(scritto.Valori()).Where(x => x.First.Valore != x.Second.Valore).Select(x => new ValoreSalvato(x.First.Etichetta, x.First.Valore))];
}
