namespace CigHub.Web.Features.Accessibilita;

/// <summary>How the app is used without a mouse or with poor sight, and what does not work yet: said plainly to whoever needs it.</summary>
public sealed partial class PaginaAccessibilita
{
}
