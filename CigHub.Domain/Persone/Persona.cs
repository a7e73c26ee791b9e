using CigHub.Domain.Codici;
using CigHub.Domain.Common;

namespace CigHub.Domain.Persone;

/// <summary>Somebody who works with CigHub. What she may do is told by her <see cref="Appartenenza"/>s, not by this.</summary>
public sealed partial class Persona : Aggregato
{
    /// <summary>Longest name, surname, user name or address that is kept.</summary>
    public const int MaxTesto = 200;

    /// <summary>Longest identity: an issuer's address and a subject of 255 characters.</summary>
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

    /// <summary>Null while the name is limited, and for good once the identity was deleted.</summary>
    public CodiceFiscale? CodiceFiscale { get; private set; }

    public string Email { get; private set; } = "";

    /// <summary>As it is dialled; the portal's registration asks for it.</summary>
    public string Telefono { get; private set; } = "";

    /// <summary>A person who left is deactivated, never deleted: what she did remains hers.</summary>
    public bool Attiva { get; private set; }

    /// <summary>Who she is for the identity provider, issuer and subject (<c>iss|sub</c>), unique; null until she first signs in.</summary>
    /// <remarks>A user name can be given to somebody else one day, a subject never (OpenID Connect Core 1.0, §2 and §5.7).</remarks>
    public string? Identita { get; private set; }

    /// <summary>Name and surname, as pages and lists show them; kept as a column, so that queries ask for it like for any other.</summary>
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

    /// <summary>From now on only this identity is she, whatever its user name.</summary>
    public Result CollegaIdentita(string identita)
    {
        if (Identita is not null)
        {
            return new Error("persona.identita-gia-collegata", "Questa persona accede già con un'altra utenza: se non la usa più, scollegala nella sua pagina e riprova.");
        }

        Identita = identita;
        return Result.Ok;
    }

    /// <summary>The next identity that signs in with her user name is taken for hers.</summary>
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
            return new Error("persona.senza-nome", "Il nome di questa persona non è disponibile: se è limitato, togli prima la limitazione; se è stato cancellato, crea una nuova persona.");
        }

        if (Attiva)
        {
            return new Error("persona.attiva", "Questa persona è già attiva: ricarica la pagina.");
        }

        Attiva = true;
        return Result.Ok;
    }
}

/// <summary>All that a person is known by, as a form gives it whole.</summary>
/// <remarks>Equality: by all members.</remarks>
/// <param name="NomeUtente">The sign-in name; kept in lower case.</param>
public sealed record DatiPersona(string NomeUtente, string Nome, string Cognome, CodiceFiscale CodiceFiscale, string Email, string Telefono);
