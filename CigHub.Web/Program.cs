using CigHub.Web;
using CigHub.Web.Components;
using CigHub.Web.Data;
using CigHub.Web.Features;
using CigHub.Web.Features.Account;
using CigHub.Web.Features.Affidamenti.Fascicolo;
using CigHub.Web.Security;
using CigHub.Web.WritePath;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppFolder.ContentRoot() });
builder.AddData();
builder.AddSecurity();
builder.Services.AddWritePath();
builder.Services.AddFeatures();
builder.Services.AddUi();

var app = builder.Build();
await app.PrepareDataAsync();
app.UseUi();
app.UseAuthentication();
app.UseAuthorization();
app.UseAntiforgery();
app.MapAccount();
app.MapFascicolo();
app.MapUi();
app.AnnounceWhenStarted();
await app.RunAsync();
