using CigHub.Web.Security.Accesso;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CigHub.Web.Operations;

/// <summary>Prints the app's addresses and the demonstration's user names to the console when the app has started in Development.</summary>
public static class StartAnnouncement
{
    public static void AnnounceWhenStarted(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
        {
            return;
        }

        app.Lifetime.ApplicationStarted.Register(() =>
        {
            var indirizzi = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
            var persone = app.Services.GetRequiredService<DemoPeople>().All().GetAwaiter().GetResult();
            Console.WriteLine();
            Console.WriteLine($"  CigHub è pronto: {string.Join(" ", indirizzi)}");
            Console.WriteLine("  Si accede come:");
            foreach (var persona in persone)
            {
                Console.WriteLine($"    {persona.NomeUtente,-20} {Security.RuoloWords.Name(persona.Ruolo),-15} {persona.Ente}");
            }

            Console.WriteLine();
        });
    }
}
