using CigHub.Domain.Codici;
using CigHub.Domain.Common;

namespace CigHub.Domain.Persone;

/// <summary>Somebody who works with CigHub. What she may do is told by her <see cref="Appartenenza"/>s, not by this.</summary>
public sealed class Persona : Aggregato
{
    /// <summary>Longest name, surname, user name or address that is kept.</summary>
    public const int MaxTesto = 200;

    private Persona() { }

    public Persona(Guid id, string nomeUtente, string nome, string cognome, CodiceFiscale codiceFiscale, string email)
    {
        Id = id;
        NomeUtente = nomeUtente;
        Nome = nome;
        Cognome = cognome;
        CodiceFiscale = codiceFiscale;
        Email = email;
        Attiva = true;
    }

    /// <summary>The sign-in name (Entra: <c>preferred_username</c>), unique, lower case.</summary>
    public string NomeUtente { get; private set; } = "";

    public string Nome { get; private set; } = "";

    public string Cognome { get; private set; } = "";

    public CodiceFiscale CodiceFiscale { get; private set; } = null!;

    public string Email { get; private set; } = "";

    /// <summary>A person who left is deactivated, never deleted: what she did remains hers.</summary>
    public bool Attiva { get; private set; }

    public string NomeCompleto => $"{Nome} {Cognome}";

    public void Disattiva() => Attiva = false;
}
