global using Feedback.Api.Tests;
global using Microsoft.Playwright;
global using NUnit.Framework;
