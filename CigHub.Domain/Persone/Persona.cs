using CigHub.Domain.Codici;
using CigHub.Domain.Common;

namespace CigHub.Domain.Persone;

/// <summary>Somebody who works with CigHub. What she may do is told by her <see cref="Appartenenza"/>s, not by this.</summary>
public sealed class Persona : Aggregato
{
    /// <summary>Longest name, surname, user name or address that is kept.</summary>
    public const int MaxTesto = 200;

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

    public CodiceFiscale CodiceFiscale { get; private set; } = null!;

    public string Email { get; private set; } = "";

    /// <summary>As it is dialled; the portal's registration asks for it.</summary>
    public string Telefono { get; private set; } = "";

    /// <summary>A person who left is deactivated, never deleted: what she did remains hers.</summary>
    public bool Attiva { get; private set; }

    public string NomeCompleto => $"{Nome} {Cognome}";

    public void Modifica(DatiPersona dati)
    {
        NomeUtente = dati.NomeUtente.ToLowerInvariant();
        Nome = dati.Nome;
        Cognome = dati.Cognome;
        CodiceFiscale = dati.CodiceFiscale;
        Email = dati.Email;
        Telefono = dati.Telefono;
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
