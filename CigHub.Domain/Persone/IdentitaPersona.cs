using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CigHub.Domain.Registro;

namespace CigHub.Domain.Persone;

/// <summary>
/// Who a person was from a moment on: one row for each change of name or codice fiscale. The registro has its hash alone, so that a name of then
/// can be proved as long as the row is kept, and says nothing once its salt is gone.
/// </summary>
/// <remarks>
/// The hash is SHA-256(salt ‖ content), the content being canonical JSON in UTF-8 (<c>{"codiceFiscale":…,"cognome":…,"funzione":…,"nome":…}</c>). The salt
/// is random, so that nobody finds a codice fiscale by trying them all.
/// </remarks>
public sealed class IdentitaPersona
{
    /// <summary>Bytes of the salt.</summary>
    public const int LunghezzaSale = 16;

    /// <summary>The function of whoever works with CigHub.</summary>
    public const string Utente = "utente";

    /// <summary>The function of a supplier who is a natural person.</summary>
    public const string Fornitore = "fornitore";

    private IdentitaPersona() { }

    /// <summary>The hash, 64 hexadecimal digits in lower case: the key.</summary>
    public string Impronta { get; private init; } = "";

    /// <summary>The person; null for a supplier, who is nobody of CigHub's.</summary>
    public Guid? PersonaId { get; private init; }

    public byte[] Sale { get; private set; } = [];

    public string Contenuto { get; private set; } = "";

    /// <summary>From when on it holds, in UTC.</summary>
    public DateTime Dal { get; private init; }

    /// <summary>Whether salt and content give the hash: otherwise one of them was altered.</summary>
    public bool Corrisponde => Di(Sale, Contenuto) == Impronta;

    /// <summary>Name and surname (of a supplier: the name alone); null when the row was altered or cannot be read.</summary>
    public string? NomeCompleto => Corrisponde ? $"{Letto("nome")} {Letto("cognome")}".Trim() : null;

    /// <summary>The codice fiscale; null as for <see cref="NomeCompleto"/>.</summary>
    public string? CodiceFiscale => Corrisponde ? Letto("codiceFiscale") : null;

    /// <summary>True once salt and content were deleted: the hash in the events says nothing any more.</summary>
    public bool Cancellata => Sale.Length == 0 && Contenuto.Length == 0;

    /// <summary>Deletes salt and content for good.</summary>
    public void Cancella() => (Sale, Contenuto) = ([], "");

    /// <summary>Takes down who somebody is now.</summary>
    public static IdentitaPersona Della(Persona persona, byte[] sale, DateTime utc) =>
        Nuova(persona.Id, persona.Nome, persona.Cognome, persona.CodiceFiscale?.Valore ?? "", Utente, sale, utc);

    /// <summary>Takes down a supplier who is a natural person.</summary>
    public static IdentitaPersona DelFornitore(string denominazione, Codici.CodiceFiscale codiceFiscale, byte[] sale, DateTime utc) =>
        Nuova(null, denominazione, "", codiceFiscale.Valore, Fornitore, sale, utc);

    private static IdentitaPersona Nuova(Guid? personaId, string nome, string cognome, string codiceFiscale, string funzione, byte[] sale, DateTime utc)
    {
        if (sale.Length != LunghezzaSale)
        {
            throw new ArgumentException($"A salt has {LunghezzaSale} bytes, not {sale.Length}.", nameof(sale));
        }

        var testo = new StringBuilder();
        JsonCanonico.Valore(testo, new JsonObject { ["nome"] = nome, ["cognome"] = cognome, ["codiceFiscale"] = codiceFiscale, ["funzione"] = funzione }, 0);
        var contenuto = testo.ToString();
        return new IdentitaPersona { Impronta = Di(sale, contenuto), PersonaId = personaId, Sale = sale, Contenuto = contenuto, Dal = utc };
    }

    private static string Di(byte[] sale, string contenuto) => Convert.ToHexStringLower(SHA256.HashData([.. sale, .. Encoding.UTF8.GetBytes(contenuto)]));

    private string? Letto(string nome)
    {
        using var json = JsonDocument.Parse(Contenuto);
        return json.RootElement.TryGetProperty(nome, out var valore) ? valore.GetString() : null;
    }
}
