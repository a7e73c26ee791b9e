// Checks schede AD4 against ANAC's schema and ANAC's rules. Reads one scheda per line and writes one verdict per line.
//   dotnet run docs/esempi/verifica-ad4.cs < schede.ndjson
#:project ../../CigHub.Domain/CigHub.Domain.csproj
#:property PublishAot=false

using System.Text;
using CigHub.Domain.Affidamenti.Ad4;

var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var schede = new StreamReader(Console.OpenStandardInput(), utf8);
using var esiti = new StreamWriter(Console.OpenStandardOutput(), utf8) { NewLine = "\n" };
while (schede.ReadLine() is { } riga)
{
    esiti.WriteLine(VerificaAd4.Riga(riga));
}
