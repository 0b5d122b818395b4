package [=java.package].platform.resource;

import java.time.OffsetDateTime;
import java.util.UUID;

/** What every resource has beside its own properties. */
public interface Resource {

    UUID id();

    OffsetDateTime createdAt();

    OffsetDateTime updatedAt();

    long version();
}
