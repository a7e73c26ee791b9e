using CigHub.Domain.Codici;
using CigHub.Domain.Common;

namespace CigHub.Domain.Persone;

/// <summary>A person who works with CigHub. The <see cref="Appartenenza"/>s of the person give the rights, not this class.</summary>
public sealed partial class Persona : Aggregate
{
    /// <summary>The longest name, surname, user name or address, in characters.</summary>
    public const int MaxTesto = 200;

    /// <summary>The longest identity, in characters: an issuer's address and a subject of 255 characters.</summary>
    public const int MaxIdentita = 600;

    private Persona() { }

    public Persona(Guid id, DatiPersona dati)
    {
        Id = id;
        Attiva = true;
        Modifica(dati);
    }

    /// <summary>The sign-in name (Entra: <c>preferred_username</c>), unique, lower case.</summary>
    public string NomeUtente { get; private set; } = "";

    public string Nome { get; private set; } = "";

    public string Cognome { get; private set; } = "";

    /// <summary>The codice fiscale. Null while the name is under limitazione, and for good after the identity was deleted.</summary>
    public CodiceFiscale? CodiceFiscale { get; private set; }

    public string Email { get; private set; } = "";

    /// <summary>The telephone number as it is dialled. The registration on the portal needs it.</summary>
    public string Telefono { get; private set; } = "";

    /// <summary>
    /// Says whether the person works with CigHub. A person who leaves is deactivated and never deleted, so that past acts keep their
    /// author.
    /// </summary>
    public bool Attiva { get; private set; }

    /// <summary>
    /// The person's identity at the identity provider: issuer and subject (<c>iss|sub</c>), unique. Null until the first sign-in.
    /// </summary>
    /// <remarks>A user name may be given to another person one day, a subject never (OpenID Connect Core 1.0, §2 and §5.7).</remarks>
    public string? Identita { get; private set; }

    /// <summary>The name and surname, as pages and lists show them. It is a column, so that queries read it like any other.</summary>
    public string NomeCompleto { get; private set; } = "";

    public void Modifica(DatiPersona dati)
    {
        NomeUtente = dati.NomeUtente.ToLowerInvariant();
        Chiama(dati.Nome, dati.Cognome);
        CodiceFiscale = dati.CodiceFiscale;
        Email = dati.Email;
        Telefono = dati.Telefono;
    }

    private void Chiama(string nome, string cognome) => (Nome, Cognome, NomeCompleto) = (nome, cognome, $"{nome} {cognome}".TrimEnd());

    /// <summary>
    /// Binds the person to an identity at the identity provider. From now on only this identity signs in as the person, whatever its user
    /// name.
    /// </summary>
    public Result CollegaIdentita(string identita)
    {
        if (Identita is not null)
        {
            return new Error(
                "persona.identita-gia-collegata",
                "Questa persona accede già con un'altra utenza: se non la usa più, scollegala nella sua pagina e riprova.");
        }

        Identita = identita;
        return Result.Ok;
    }

    /// <summary>
    /// Unbinds the person from the identity at the identity provider. The next identity that signs in with the person's user name is bound
    /// in its place.
    /// </summary>
    public Result ScollegaIdentita()
    {
        if (Identita is null)
        {
            return new Error("persona.senza-identita", "Questa persona non ha un'utenza collegata: ricarica la pagina.");
        }

        Identita = null;
        return Result.Ok;
    }

    public Result Disattiva()
    {
        if (!Attiva)
        {
            return new Error("persona.gia-disattivata", "Questa persona è già disattivata: ricarica la pagina.");
        }

        Attiva = false;
        return Result.Ok;
    }

    public Result Riattiva()
    {
        if (SenzaNome)
        {
            return new Error(
                "persona.senza-nome",
                "Il nome di questa persona non è disponibile: se è limitato, togli prima la limitazione; se è stato cancellato, crea una nuova persona.");
        }

        if (Attiva)
        {
            return new Error("persona.attiva", "Questa persona è già attiva: ricarica la pagina.");
        }

        Attiva = true;
        return Result.Ok;
    }
}

/// <summary>The data of a person that a user types into the form, checked and saved together.</summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="NomeUtente">The sign-in name, kept in lower case.</param>
public sealed record DatiPersona(string NomeUtente, string Nome, string Cognome, CodiceFiscale CodiceFiscale, string Email, string Telefono);
