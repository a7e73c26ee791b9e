using CigHub.Web.Common;
using CigHub.Web.Demo.Palestra;
using CigHub.Web.Operations;

namespace CigHub.Web.Demo.Dimostrazione;

/// <summary>Registers the demonstration, with which a new database is filled when the settings ask for it.</summary>
public static class DemoSetup
{
    public static WebApplicationBuilder AddDimostrazione(this WebApplicationBuilder builder)
    {
        builder.Services.AddSettings<DemoSettings>();
        builder.Services.AddSettings<PalestraSettings>();
        builder.Services.AddSingleton<StoryWriters>();
        builder.Services.AddSingleton<DemoData>();
        builder.Services.AddSingleton<IFirstStartData>(services => services.GetRequiredService<DemoData>());
        return builder;
    }
}
