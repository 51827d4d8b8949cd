-- One row for each of the store's, in another file: everything as one snapshot has it, without what was deleted.
vacuum into @Path
