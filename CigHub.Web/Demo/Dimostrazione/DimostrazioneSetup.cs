using CigHub.Web.Common;
using CigHub.Web.Demo.Palestra;
using CigHub.Web.Operations;

namespace CigHub.Web.Demo.Dimostrazione;

/// <summary>Registers the demonstration data, with which a first start fills the database when the settings ask for it.</summary>
public static class DimostrazioneSetup
{
    public static WebApplicationBuilder AddDimostrazione(this WebApplicationBuilder builder)
    {
        builder.Services.AddSettings<DimostrazioneSettings>();
        builder.Services.AddSettings<PalestraSettings>();
        builder.Services.AddSingleton<ScrittoriDellaStoria>();
        builder.Services.AddSingleton<DatiDimostrativi>();
        builder.Services.AddSingleton<IFirstStartData>(services => services.GetRequiredService<DatiDimostrativi>());
        return builder;
    }
}
