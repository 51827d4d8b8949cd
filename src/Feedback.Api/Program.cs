using Feedback.Api.Commands;

return await CommandLine.Run(args);
