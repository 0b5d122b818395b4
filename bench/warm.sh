#!/bin/sh
# Builds the JMH benchmark and runs it; arguments go to JMH, as in: bench/warm.sh -f 3 planAndRender
set -eu
cd "$(dirname "$0")/.."
mvn -q -B -P bench -Dmaven.test.skip=true package
exec java -jar bench/jmh/target/benchmarks.jar "$@"
