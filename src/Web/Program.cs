using Virker.Web;

var builder = WebApplication.CreateBuilder(args);
builder.AddShell();
var app = builder.Build();
await app.PrepareMunicipalitiesAsync();
app.UseShell();
app.SayWhereItListens();
await app.RunAsync();
