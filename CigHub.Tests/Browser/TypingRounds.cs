using System.Reflection;
using System.Text.RegularExpressions;
using CigHub.Domain.Affidamenti;
using CigHub.Tests.Support;
using CigHub.Web.Common;
using Microsoft.EntityFrameworkCore;

namespace CigHub.Tests.Browser;

/// <summary>The users into whose pages the test types.</summary>
public enum TypingRound
{
    Rup,

    /// <summary>The Amministratore, the Auditor and the Responsabile, as users of the office.</summary>
    Office,
}

/// <summary>Lists the pages of each <see cref="TypingRound"/>, and the number of text inputs that each must have.</summary>
internal static partial class TypingRounds
{
    private static readonly (string Route, Regex Pattern)[] _routes =
    [
        .. typeof(AppRoutes).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(f => f.IsLiteral && f.FieldType == typeof(string)).Select(f => (string)f.GetRawConstantValue()!)
            .Where(route => route.StartsWith('/'))
            .OrderBy(route => route.Contains('{', StringComparison.Ordinal))
            .Select(route => (route, new Regex($"^{Parameter().Replace(route, "[^/]+")}$"))),
    ];

    /// <summary>
    /// Returns the pages with text inputs, each with the least number of inputs that it must have. If fewer are found, the page did not
    /// load.
    /// </summary>
    public static IReadOnlyDictionary<string, int> AtLeast(TypingRound round) => round == TypingRound.Rup
        ? new Dictionary<string, int>
        {
            [AppRoutes.Cruscotto] = 1,
            [AppRoutes.Affidamenti] = 8,
            [AppRoutes.AdesioniPregresse] = 4,
            [AppRoutes.Convenzioni] = 1,
            [AppRoutes.NuovoAffidamento] = 1,
            [AppRoutes.QualeScheda] = 1,
            [AppRoutes.Scheda] = 33,
            [AppRoutes.RichiestaCig] = 1,
            [AppRoutes.Pannello] = 1,
            [AppRoutes.Malfunzionamenti] = 1,
            [AppRoutes.Fascicolo] = 11,
            [AppRoutes.Deleghe] = 5,
            [AppRoutes.DopoIlCig] = 3,
            [AppRoutes.RegistrazionePortale] = 3,
            [AppRoutes.PassaggioConsegne] = 1,
            [AppRoutes.Spesa] = 1,
            [AppRoutes.SpesaLotto] = 1,
            [AppRoutes.SpesaPerEnte] = 1,
            [AppRoutes.SpesaMovimenti] = 1,
            [AppRoutes.SpesaRelazione] = 1,
        }
        : new Dictionary<string, int>
        {
            [AppRoutes.Convenzioni] = 1,
            [AppRoutes.NuovaConvenzione] = 8,
            [AppRoutes.ModificaConvenzione] = 8,
            [AppRoutes.Convenzione] = 1,
            [AppRoutes.NuovoLotto] = 13,
            [AppRoutes.Lotto] = 8,
            [AppRoutes.ModificaLotto] = 13,
            [AppRoutes.NuovoPercorso] = 18,
            [AppRoutes.ListaDiCodici] = 1,
            [AppRoutes.ErroreDelPortale] = 5,
            [AppRoutes.PersoneEdEnti] = 1,
            [AppRoutes.Ente] = 2,
            [AppRoutes.ModificaEnte] = 17,
            [AppRoutes.NuovoEnte] = 13,
            [AppRoutes.NuovoRup] = 4,
            [AppRoutes.Persona] = 2,
            [AppRoutes.ModificaPersona] = 6,
            [AppRoutes.NuovaPersona] = 6,
            [AppRoutes.RichiestaDiAccesso] = 10,
            [AppRoutes.RegistroEventi] = 9,
            [AppRoutes.RuoliNelTempo] = 4,
            [AppRoutes.ModificheAiControlli] = 3,
            [AppRoutes.Audit] = 1,
            [AppRoutes.Attestazioni] = 1,
            [AppRoutes.Scheda] = 1,
            [AppRoutes.SpesaAvvisi] = 1,
        };

    public static async Task Run(TypingWalk walk, TestApp app, TypingRound round)
    {
        if (round == TypingRound.Rup)
        {
            await walk.Run("rup.tivoli", "Rup", await PagesToCheck.PagineDelRup(app));
            return;
        }

        var daApprovare = await ReadyAffidamenti.Query(
            app.Services,
            db => db.Affidamenti.Where(a => a.Stato == StatoAffidamento.InApprovazione).Select(a => a.Id).FirstAsync());
        await walk.Run("amministratore", null, [.. await PagesToCheck.PagineDelCatalogo(app), .. await PagesToCheck.PagineDellAnagrafe(app)]);
        await walk.Run(
            "auditor", null, [AppRoutes.RegistroEventi, AppRoutes.RuoliNelTempo, AppRoutes.ModificheAiControlli, AppRoutes.Audit, AppRoutes.Attestazioni]);
        await walk.Run(
            "responsabile", null, [AppRoutes.SchedaDi(daApprovare), AppRoutes.SpesaAvvisi]);
    }

    /// <summary>Returns the route of <see cref="AppRoutes"/> to which an address belongs.</summary>
    public static string RouteOf(string address) => Find(address) ?? throw new ArgumentException($"{address} has no route.", nameof(address));

    /// <summary>Returns true when both addresses belong to one route, so that the same component shows both.</summary>
    public static bool OfOneRoute(string address, string other) => Find(address) is { } route && route == Find(other);

    private static string? Find(string address) => _routes.FirstOrDefault(r => r.Pattern.IsMatch(address.Split('?')[0])).Route;

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
