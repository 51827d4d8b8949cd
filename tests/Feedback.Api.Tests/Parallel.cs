// Classes of tests run beside each other: each has a service and a store of its own. What looks at something that a process has once is marked.
[assembly: Parallelizable(ParallelScope.Fixtures)]
[assembly: LevelOfParallelism(3)]
