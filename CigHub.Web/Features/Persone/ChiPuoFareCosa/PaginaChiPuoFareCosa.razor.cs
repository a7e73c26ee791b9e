using System.Text.RegularExpressions;
using CigHub.Domain.Convenzioni;
using CigHub.Domain.Persone;
using CigHub.Web.Features.Convenzioni.Elenco;
using CigHub.Web.Features.Persone.RuoliENomine;
using CigHub.Web.UseCases;

namespace CigHub.Web.Features.Persone.ChiPuoFareCosa;

/// <summary>
/// The page «Chi può fare cosa»: roles, permissions, commands and the rules for the separazione dei compiti. It reads them from the code
/// that applies them, so that it cannot differ from that.
/// </summary>
public sealed partial class PaginaChiPuoFareCosa
{
    private static readonly Ruolo[] Ruoli = Enum.GetValues<Ruolo>();

    private static readonly Permission[] Permessi = Enum.GetValues<Permission>();

    /// <summary>The names of all commands in words, each with the permission that it requires and the roles that may run it.</summary>
    private static readonly IReadOnlyList<(string Nome, Permission Permesso, IReadOnlyList<Ruolo> Ruoli)> Comandi =
        [
            .. WritePathSetup
                .Commands(typeof(WritePathSetup).Assembly)
                .Select(c => (InWords(c.Name), WritePathSetup.PermissionOf(c), RuoliOf(c)))
                .OrderBy(c => c.Item1, StringComparer.CurrentCulture)];

    private IReadOnlyList<DoppioRuolo> DoppiRuoli { get; set; } = [];

    private IReadOnlyList<Convenzione> ConSoglia { get; set; } = [];

    protected override async Task LoadAsync()
    {
        var convenzioni = await Read<ListaConvenzioni, IReadOnlyList<ConvenzioneRow>>(async q => await q.Run()) ?? [];
        DoppiRuoli = await Read<AuditorConAltriRuoli, IReadOnlyList<DoppioRuolo>>(async q => await q.Run(User!.Actor)) ?? [];
        ConSoglia = [.. convenzioni.Select(v => v.Convenzione).Where(c => c.SogliaApprovazione is not null)];
    }

    /// <summary>Returns the roles that may run a command. A delegate may run only commands that can be delegated.</summary>
    private static IReadOnlyList<Ruolo> RuoliOf(Type comando) =>
        [.. Ruoli.Where(r => r.Allows(WritePathSetup.PermissionOf(comando)) && (r.SiAssegna() || WritePathSetup.DelegabileOf(comando) is not null))];

    /// <summary>Returns the name of a command in words: <c>AvviaRichiestaCig</c> becomes «Avvia richiesta CIG».</summary>
    internal static string InWords(string nome)
    {
        var parole = Word().Matches(nome).Select((m, i) => i == 0 ? m.Value : m.Value.ToLowerInvariant());
        return string.Join(' ', parole).Replace(" cig", " CIG", StringComparison.Ordinal).Replace(" rup", " RUP", StringComparison.Ordinal);
    }

    [GeneratedRegex("[A-Z][a-z]+")]
    private static partial Regex Word();
}
