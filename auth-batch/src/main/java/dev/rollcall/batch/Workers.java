package dev.rollcall.batch;

import jakarta.ejb.Singleton;

/** Will start the partitions that drain the job queue. Until then: Liberty refuses an ejb module without a bean. */
@Singleton
public class Workers {}
