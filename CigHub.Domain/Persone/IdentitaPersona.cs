using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CigHub.Domain.Registro;

namespace CigHub.Domain.Persone;

/// <summary>
/// The name and codice fiscale of a person from an instant on: one row for each change. The registro has only the hash of a row. So a past
/// name can be proved as long as the row is kept, and the hash reveals nothing once the salt is deleted.
/// </summary>
/// <remarks>
/// The hash is SHA-256(salt ‖ content). The content is canonical JSON in UTF-8
/// (<c>{"codiceFiscale":…,"cognome":…,"funzione":…,"nome":…}</c>). The salt is random, so that nobody finds a codice fiscale by trying all
/// of them.
/// </remarks>
public sealed class IdentitaPersona
{
    /// <summary>The number of bytes of the salt.</summary>
    public const int LunghezzaSale = 16;

    /// <summary>The value of <c>funzione</c> for a person who works with CigHub.</summary>
    public const string Utente = "utente";

    /// <summary>The value of <c>funzione</c> for a supplier who is a natural person.</summary>
    public const string Fornitore = "fornitore";

    private IdentitaPersona() { }

    /// <summary>
    /// The hash of salt and content in 64 lower-case hexadecimal digits. It is the key of the row, and events name the person by it.
    /// </summary>
    public string Impronta { get; private init; } = "";

    /// <summary>The id of the person. Null for a supplier, who does not work with CigHub.</summary>
    public Guid? PersonaId { get; private init; }

    public byte[] Sale { get; private set; } = [];

    public string Contenuto { get; private set; } = "";

    /// <summary>The instant from which the person had this name and codice fiscale, UTC.</summary>
    public DateTime Dal { get; private init; }

    /// <summary>Says whether salt and content still give the hash. If not, one of them was altered or deleted.</summary>
    public bool Corrisponde => ConSale(Sale, Contenuto) == Impronta;

    /// <summary>The name and surname (for a supplier the name alone). Null when the row was altered or its content deleted.</summary>
    public string? NomeCompleto => Corrisponde ? $"{Letto("nome")} {Letto("cognome")}".Trim() : null;

    /// <summary>The codice fiscale. Null when the row was altered or its content deleted.</summary>
    public string? CodiceFiscale => Corrisponde ? Letto("codiceFiscale") : null;

    /// <summary>Says whether salt and content were deleted. The hash, which the events still have, then reveals nothing.</summary>
    public bool Cancellata => Sale.Length == 0 && Contenuto.Length == 0;

    /// <summary>Deletes salt and content for good, so that the row has only the hash.</summary>
    public void Cancella() => (Sale, Contenuto) = ([], "");

    /// <summary>Creates the row for the current name and codice fiscale of a person.</summary>
    public static IdentitaPersona Della(Persona persona, byte[] sale, DateTime utc) =>
        Nuova(persona.Id, persona.Nome, persona.Cognome, persona.CodiceFiscale?.Valore ?? "", Utente, sale, utc);

    /// <summary>Creates the row for the name and codice fiscale of a supplier who is a natural person.</summary>
    public static IdentitaPersona DelFornitore(string denominazione, Codici.CodiceFiscale codiceFiscale, byte[] sale, DateTime utc) =>
        Nuova(null, denominazione, "", codiceFiscale.Valore, Fornitore, sale, utc);

    private static IdentitaPersona Nuova(Guid? personaId, string nome, string cognome, string codiceFiscale, string funzione, byte[] sale, DateTime utc)
    {
        if (sale.Length != LunghezzaSale)
        {
            throw new ArgumentException($"A salt has {LunghezzaSale} bytes, not {sale.Length}.", nameof(sale));
        }

        var testo = new StringBuilder();
        CanonicalJson.Valore(testo, new JsonObject { ["nome"] = nome, ["cognome"] = cognome, ["codiceFiscale"] = codiceFiscale, ["funzione"] = funzione }, 0);
        var contenuto = testo.ToString();
        return new IdentitaPersona { Impronta = ConSale(sale, contenuto), PersonaId = personaId, Sale = sale, Contenuto = contenuto, Dal = utc };
    }

    private static string ConSale(byte[] sale, string contenuto) => Convert.ToHexStringLower(SHA256.HashData([.. sale, .. Encoding.UTF8.GetBytes(contenuto)]));

    private string? Letto(string nome)
    {
        using var json = JsonDocument.Parse(Contenuto);
        return json.RootElement.TryGetProperty(nome, out var valore) ? valore.GetString() : null;
    }
}
