package dev.pave.catalogue;

import dev.pave.problem.Location;
import java.util.Optional;

/**
 * One thing that a persona can ask for.
 *
 * @param area for grouping in reports, as {@code security}
 * @param because why it is not generated; empty exactly where the stance is {@link Stance#GENERATED}
 * @param location in the catalogue
 */
public record Practice(
        PracticeId id,
        String title,
        String area,
        Phrases recognise,
        Optional<FigureRule> figure,
        Stance stance,
        Optional<String> because,
        Location location) {}
