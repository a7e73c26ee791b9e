using System.Buffers.Binary;
using System.Security.Cryptography;
using CigHub.Domain.Codici;
using CigHub.Domain.Common;

namespace CigHub.Domain.Affidamenti;

/// <summary>The state of one adhesion of an AD4, from the draft to its CIG Derivato and a possible annulment.</summary>
/// <remarks>The numbers are stored: they never change.</remarks>
public enum StatoAggiudicazione
{
    DaRichiedere = 1,
    InRichiesta = 2,
    DaVerificare = 3,
    Acquisita = 4,

    /// <summary>The portal accepted the ANN of the adhesion, which takes nothing of the Lotto any more.</summary>
    Annullata = 5,
}

/// <summary>
/// One adhesion of an Affidamento, with its amount, its riserva and its CIG Derivato. An Affidamento nearly always has one.
/// </summary>
public sealed class Aggiudicazione : IPartOf
{
    private Aggiudicazione() { }

    internal Aggiudicazione(Guid affidamentoId, int indice)
    {
        Id = IdOf(affidamentoId, indice);
        AffidamentoId = affidamentoId;
        Indice = indice;
        Stato = StatoAggiudicazione.DaRichiedere;
    }

    /// <summary>
    /// The id, which is computed from the Affidamento's id and the position. An adhesion that is removed from a draft and added again at
    /// the same position has the same id.
    /// </summary>
    public Guid Id { get; private set; }

    public Guid AffidamentoId { get; private set; }

    /// <summary>The position of the adhesion in the scheda's list <c>aggiudicazioni</c>, from 0.</summary>
    public int Indice { get; private set; }

    public StatoAggiudicazione Stato { get; internal set; }

    /// <summary>
    /// The amount that the adhesion takes of the Lotto's massimale. It is computed from the draft until the request of the CIG begins.
    /// Afterwards only a CM1 changes it.
    /// </summary>
    public Importo Importo { get; internal set; }

    public Cig? CigDerivato { get; internal set; }

    Guid IPartOf.RadiceId => AffidamentoId;

    /// <summary>
    /// Computes the id of the adhesion at a position of an Affidamento, as a Guid v7. It has the instant of the Affidamento's id, so that
    /// rows stay in order, and a SHA-256 of id and position in place of the random part.
    /// </summary>
    private static Guid IdOf(Guid affidamentoId, int indice)
    {
        const int OfTheInstant = 6, OfTheVersion = 6, OfTheVariant = 8;
        Span<byte> source = stackalloc byte[20];
        affidamentoId.TryWriteBytes(source, bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(source[16..], indice);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(source, hash);
        var id = hash[..16];
        source[..OfTheInstant].CopyTo(id);
        id[OfTheVersion] = (byte)(0x70 | (id[OfTheVersion] & 0x0F));
        id[OfTheVariant] = (byte)(0x80 | (id[OfTheVariant] & 0x3F));
        return new Guid(id, bigEndian: true);
    }
}
