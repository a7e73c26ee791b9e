using CigHub.Domain.Common;

namespace CigHub.Domain.Revisione;

/// <summary>One item of a population: an Affidamento, its Ente and its amount.</summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="Centesimi">The amount in cents.</param>
public sealed record Elemento(Guid Id, Guid EnteId, long Centesimi);

/// <summary>The way in which an auditor asks for a sample.</summary>
/// <remarks>Equality: by all members, the list of named items by reference.</remarks>
/// <param name="Seme">The seed. Empty for a method that leaves nothing to chance.</param>
/// <param name="Quanti">The number of items asked for. 0 for a method that does not take one.</param>
/// <param name="Soglia">The amount above which all items are taken. Null for another method.</param>
/// <param name="Motivo">The reason of a reasoned sample. Empty for another method.</param>
/// <param name="Scelti">The items that the auditor names. Empty for another method.</param>
public sealed record RichiestaCampione(MetodoCampione Metodo, string Seme, int Quanti, Importo? Soglia, string Motivo, IReadOnlyCollection<Guid> Scelti);

/// <summary>
/// The way in which the sample of an audit was taken, with everything that somebody else needs to take it again: the population by its count
/// and hash, the seed, the size, and how far the registro had come.
/// </summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="Popolazione">The number of items of the population.</param>
/// <param name="Impronta">The SHA-256 of the file of the population (<see cref="Campionamento.Testo"/>), in lower-case hexadecimal digits.</param>
/// <param name="Evento">The number of the last event of the registro when the population was frozen.</param>
/// <param name="Radice">The root of the registro at that event, in lower-case hexadecimal digits.</param>
public sealed record Campione(
    MetodoCampione Metodo,
    string Seme,
    int Quanti,
    Importo? Soglia,
    string Motivo,
    int Popolazione,
    string Impronta,
    long Evento,
    string Radice,
    Guid EstrattoDaId,
    DateTime EstrattoIl)
{
    /// <summary>The largest sample. Each item is a working paper that a person fills in.</summary>
    public const int Massimo = 200;

    /// <summary>The longest seed, in characters.</summary>
    public const int MaxSeme = 100;
}
