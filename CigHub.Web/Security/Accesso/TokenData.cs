using System.Security.Claims;
using System.Text.Json;
using CigHub.Domain.Persone;

namespace CigHub.Web.Security.Accesso;

/// <summary>
/// The data about the signed-in user that come from the identity provider: from the id_token, completed from the UserInfo endpoint.
/// </summary>
/// <remarks>
/// The user name is <c>preferred_username</c>, else <c>upn</c>, else an <c>email</c> that the provider has verified. An unverified address
/// must not count, because anyone could type the address of another person. Roles are <c>roles</c> or <c>role</c>, one or several.
/// </remarks>
public sealed record TokenData
{
    private const string Issuer = "iss";

    private TokenData(string identita, string soggetto) => (Identita, Soggetto) = (identita, soggetto);

    /// <summary>The issuer and the subject together, in the form of <see cref="Persona.Identita"/>.</summary>
    public string Identita { get; }

    /// <summary>The id of the user at the provider, the claim <c>sub</c>.</summary>
    public string Soggetto { get; }

    /// <summary>The user name in lower case; null when the token has none.</summary>
    public string? NomeUtente { get; private init; }

    public IReadOnlyList<Ruolo> Ruoli { get; private init; } = [];

    /// <summary>The id of the session at the provider, or null. The provider sends it when it wants CigHub to end the session.</summary>
    public string? Sid { get; private init; }

    public string? Nome { get; private init; }

    public string? Cognome { get; private init; }

    public string? Email { get; private init; }

    public string? Telefono { get; private init; }

    /// <summary>
    /// Says whether the user name or the roles are missing, so that UserInfo must be asked. An id_token of the code flow may carry the
    /// subject alone (OpenID Connect Core 1.0, §5.4).
    /// </summary>
    public bool Incomplete => NomeUtente is null || Ruoli.Count == 0;

    /// <summary>
    /// Reads the data from the claims of the id_token. Returns null when issuer or subject is missing, or when both together are too long.
    /// </summary>
    public static TokenData? From(ClaimsPrincipal? principal)
    {
        var iss = principal?.FindFirstValue(Issuer);
        var sub = principal?.FindFirstValue("sub") ?? principal?.FindFirstValue(ClaimTypes.NameIdentifier);
        if (string.IsNullOrWhiteSpace(iss) || string.IsNullOrWhiteSpace(sub) || iss.Length + sub.Length >= Persona.MaxIdentita)
        {
            return null;
        }

        return new TokenData($"{iss}|{sub}", sub) { Sid = principal!.FindFirstValue("sid") }
            .With(nome => principal!.FindAll(nome).Select(c => c.Value), principal!.FindAll(ClaimTypes.Role).Select(c => c.Value));
    }

    /// <summary>
    /// Returns these data completed with those of UserInfo, or null when UserInfo answers about another subject (§5.3.2).
    /// </summary>
    public TokenData? With(JsonElement userInfo) =>
        userInfo.ValueKind == JsonValueKind.Object && Texts(userInfo, "sub").SequenceEqual([Soggetto], StringComparer.Ordinal)
            ? With(nome => Texts(userInfo, nome), [])
            : null;

    /// <summary>
    /// Returns the principal to be kept in the session: the person, when known, the roles, and only those claims of the token that the app
    /// uses.
    /// </summary>
    public ClaimsPrincipal Principal(Guid? persona, string schema)
    {
        var claims = new List<Claim> { new("sub", Soggetto), new(UserSession.ClaimIdentita, Identita) };
        Aggiungi(UserSession.ClaimPersona, persona?.ToString());
        Aggiungi("preferred_username", NomeUtente);
        Aggiungi("sid", Sid);
        Aggiungi("given_name", Nome);
        Aggiungi("family_name", Cognome);
        Aggiungi("email", Email);
        Aggiungi("phone_number", Telefono);
        claims.AddRange(Ruoli.Select(r => new Claim(ClaimTypes.Role, r.ToString())));
        return new ClaimsPrincipal(new ClaimsIdentity(claims, schema, "preferred_username", ClaimTypes.Role));

        void Aggiungi(string tipo, string? valore)
        {
            if (valore is not null)
            {
                claims.Add(new Claim(tipo, valore));
            }
        }
    }

    private TokenData With(Func<string, IEnumerable<string>> valori, IEnumerable<string> altriRuoli)
    {
        var verificata = valori("email_verified").Any(v => string.Equals(v, "true", StringComparison.OrdinalIgnoreCase));
        var nomeUtente = Primo("preferred_username") ?? Primo("upn") ?? (verificata ? Primo("email") : null);
        var ruoli = valori("roles").Concat(valori("role")).Concat(altriRuoli).Select(RuoloWords.FromToken).OfType<Ruolo>();
        return this with
        {
            NomeUtente = NomeUtente ?? nomeUtente?.ToLowerInvariant(),
            Ruoli = [.. Ruoli.Concat(ruoli).Distinct()],
            Nome = Nome ?? Primo("given_name"),
            Cognome = Cognome ?? Primo("family_name"),
            Email = Email ?? Primo("email"),
            Telefono = Telefono ?? Primo("phone_number"),
        };

        string? Primo(string nome) => valori(nome).Select(v => v.Trim()).FirstOrDefault(v => v.Length is > 0 and <= Persona.MaxTesto);
    }

    private static IEnumerable<string> Texts(JsonElement da, string nome) => !da.TryGetProperty(nome, out var valore)
        ? []
        : valore.ValueKind switch
        {
            JsonValueKind.String => [valore.GetString()!],
            JsonValueKind.True => ["true"],
            JsonValueKind.Array => valore.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString()!),
            _ => [],
        };
}
