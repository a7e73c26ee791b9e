namespace CigHub.Web.UseCases;

/// <summary>A file that a user chose, with the name that it had on the user's computer. Nothing about it is checked yet.</summary>
public sealed record ChosenFile(string Nome, byte[] Byte);
