using System.Diagnostics;

namespace CigHub.Bench;

/// <summary>
/// Writes the sources of an empty Blazor Server app and builds it, as the app to compare with: the providers of MudBlazor and one
/// interactive page.
/// </summary>
internal static class OfficeModel
{
    private static readonly (string Nome, string Testo)[] _file =
    [
        ("Modello.csproj", """
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
              <ItemGroup><PackageReference Include="MudBlazor" Version="@VERSIONE@" /></ItemGroup>
            </Project>
            """),
        ("Program.cs", """
            using MudBlazor.Services;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddMudServices();
            builder.Services.AddRazorComponents().AddInteractiveServerComponents();
            var app = builder.Build();
            app.UseAntiforgery();
            app.MapStaticAssets();
            app.MapGet("/memoria", () =>
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
                return GC.GetTotalMemory(true).ToString();
            });
            app.MapRazorComponents<Modello.App>().AddInteractiveServerRenderMode();
            app.Run();
            """),
        ("_Imports.razor", """
            @using Microsoft.AspNetCore.Components.Web
            @using Microsoft.AspNetCore.Components.Routing
            @using static Microsoft.AspNetCore.Components.Web.RenderMode
            @using MudBlazor
            """),
        ("App.razor", """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8" /><base href="/" /><link href="_content/MudBlazor/MudBlazor.min.css" rel="stylesheet" /><HeadOutlet @rendermode="InteractiveServer" /></head>
            <body><Routes @rendermode="InteractiveServer" /><script src="_framework/blazor.web.js"></script><script src="_content/MudBlazor/MudBlazor.min.js"></script></body>
            </html>
            """),
        ("Routes.razor", """
            <Router AppAssembly="typeof(Program).Assembly"><Found Context="r"><RouteView RouteData="r" DefaultLayout="typeof(Cornice)" /></Found></Router>
            """),
        ("Cornice.razor", """
            @inherits LayoutComponentBase
            <MudThemeProvider /><MudPopoverProvider /><MudDialogProvider /><MudSnackbarProvider />
            <MudLayout><MudAppBar>Modello</MudAppBar><MudMainContent>@Body</MudMainContent></MudLayout>
            """),
        ("Home.razor", """
            @page "/"
            <MudText Typo="Typo.h3">Hello</MudText>
            @if (_pronto) { <p id="pronto">Pronto</p> }
            @code {
                private bool _pronto;
                protected override void OnAfterRender(bool prima) { if (prima) { _pronto = true; StateHasChanged(); } }
            }
            """),
    ];

    /// <summary>Builds the empty app and returns the command that starts it.</summary>
    public static async Task<ProcessStartInfo> Costruito()
    {
        var cartella = Path.Combine(Offices.Radice, "modello");
        Directory.CreateDirectory(cartella);
        var versione = typeof(MudBlazor.MudButton).Assembly.GetName().Version!.ToString(3);
        foreach (var (nome, testo) in _file)
        {
            await File.WriteAllTextAsync(Path.Combine(cartella, nome), testo.Replace("@VERSIONE@", versione, StringComparison.Ordinal));
        }

        var comando = StartBench.Processo(cartella, "build", "-c", "Release", "-v", "q", "--nologo");
        using var processo = Process.Start(comando)!;
        var uscita = await processo.StandardOutput.ReadToEndAsync();
        await processo.WaitForExitAsync();
        return processo.ExitCode == 0
            ? StartBench.Processo(cartella, Path.Combine(cartella, "bin", "Release", "net10.0", "Modello.dll"), "--environment=Development")
            : throw new InvalidOperationException($"The template does not build:\n{uscita}");
    }
}
