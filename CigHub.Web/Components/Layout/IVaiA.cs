namespace CigHub.Web.Components.Layout;

/// <summary>A place to go to: what it is called, what kind of thing it is, where. Equality: by all three.</summary>
public sealed record Destinazione(string Nome, string Genere, string Indirizzo);

/// <summary>Finds the places that a few typed words may mean; implemented where the data are known.</summary>
public interface IVaiA
{
    /// <summary>The likeliest first, a handful; only what the person who is acting may open.</summary>
    ValueTask<IReadOnlyList<Destinazione>> Cerca(string testo);
}
