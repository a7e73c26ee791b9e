using CigHub.Web.Common;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace CigHub.Web.Security;

/// <summary>
/// Checks the host names under which the app answers (<c>AllowedHosts</c>). Outside Development they are required, because links and
/// redirects contain them.
/// </summary>
public static class AllowedHosts
{
    public const string Setting = "AllowedHosts";

    /// <summary>The values that the host filter of ASP.NET Core takes for «any host».</summary>
    private static readonly string[] _any = ["*", "[::]", "0.0.0.0"];

    /// <exception cref="OptionsValidationException">Outside Development no host is given, or one of them means any host.</exception>
    public static WebApplicationBuilder AddAllowedHosts(this WebApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment())
        {
            var hosts = Of(builder.Configuration);
            if (hosts.Count == 0 || hosts.Any(_any.Contains))
            {
                throw SettingsReader.Refused<HostFilteringOptions>(
                    $"L'impostazione «{Setting}» deve dire con quale nome gli utenti aprono CigHub (per esempio cighub.ente.it; "
                    + "più nomi separati da «;»): fuori dallo sviluppo non può mancare né valere «*». Vedi docs/operations.md.");
            }

            builder.Services.Configure<HostFilteringOptions>(o => o.AllowEmptyHosts = false);
        }

        return builder;
    }

    /// <summary>Allows the hosts of the same list in a host header that a proxy forwards.</summary>
    public static ForwardedHeadersOptions ForProxies(this ForwardedHeadersOptions options, IConfiguration configuration)
    {
        foreach (var host in Of(configuration).Where(h => !_any.Contains(h)))
        {
            options.AllowedHosts.Add(host);
        }

        return options;
    }

    private static IReadOnlyList<string> Of(IConfiguration configuration) =>
        (configuration[Setting] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
