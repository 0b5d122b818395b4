[#--
  How many replicas a service needs for the people who use it at once, one in ten where no persona says how many: each asks every five
  seconds, a replica answers a hundred requests a second, one replica is spare, and each of three zones has one.
--]
[#assign users = figure("user-capacity", 10000)]
[#assign people = figure("concurrent-users", (users / 10)?ceiling)]
[#assign requests = (people / 5)?ceiling]
[#assign minimum = [3, (requests / 100)?ceiling + 1]?max]
[#assign maximum = minimum * 2 + 2]
[#-- Twice the most replicas, and one each for a migration. --]
[#assign pods = (maximum + 2) * 2]
[#-- The most connections to the database that the replicas of a region hold, with the one more while rolling. --]
[#function connections]
[#return (maximum + 1) * path.facts.database.connections]
[/#function]
[#-- CPU in thousandths, as Kubernetes writes it. --]
[#function cpu thousandths]
[#return (thousandths % 1000 == 0)?then('"' + thousandths / 1000 + '"', thousandths + "m")]
[/#function]
